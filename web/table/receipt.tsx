import { useState } from 'react';
import { useClient } from 'urql';
import { ReceiptDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Button } from '../ui/parts.tsx';
import styles from './trail.module.css';
import { verifyReceipt, type Verified } from './verifyReceipt.ts';

const t = en.table.receipt;

/** What the server signed about a throw that landed, checked here when asked to. */
export function Receipt({ throwId }: { throwId: string }) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [checked, setChecked] = useState<{ receipt: string | null; verified: Verified | null }>();
  const verify = async () => {
    setBusy(true);
    const { data } = await client.query(ReceiptDocument, { throwId }, { requestPolicy: 'network-only' });
    const receipt = data?.node && 'receipt' in data.node ? data.node.receipt : null;
    setChecked({ receipt, verified: receipt ? await verifyReceipt(receipt, throwId) : null });
    setBusy(false);
  };
  return (
    <div className={styles.receipt}>
      <Button busy={busy} onClick={() => void verify()}>
        {t.verify}
      </Button>
      <output>{checked && <Result verified={checked.verified} />}</output>
      {checked?.receipt && (
        <details className={styles.raw}>
          <summary>{t.show}</summary>
          <code>{checked.receipt}</code>
        </details>
      )}
    </div>
  );
}

function Result({ verified }: { verified: Verified | null }) {
  if (!verified) return <p className={styles.bad}>{t.none}</p>;
  if (verified.kind === 'unable') return <p>{t.unable}</p>;
  if (verified.kind === 'bad') return <p className={styles.bad}>{t.bad(verified.why)}</p>;
  return (
    <>
      <p className={styles.good}>✓ {t.good(verified.issuer)}</p>
      <p>
        {t.settled(new Date(verified.settledAt).toLocaleTimeString('en'))} {verified.challenged && t.challenged}
      </p>
    </>
  );
}
