import type { Client } from '@urql/core';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { MyLedgerDocument, type CoinReason } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Card, Empty } from '../ui/parts.tsx';
import { Loading } from '../ui/states.tsx';

const t = en.me;
const shown = 30;

interface Line {
  seq: number;
  at: string;
  amount: number;
  coins: number;
  reason: CoinReason;
}

/** All that is kept, page by page; the newest of it. */
async function linesOf(client: Client, signal: AbortSignal): Promise<Line[]> {
  const found: Line[] = [];
  let after: string | null = null;
  do {
    const variables: { after: string | null } = { after };
    const { data } = await client.query(MyLedgerDocument, variables, { requestPolicy: 'network-only' });
    const page = data?.me?.events;
    for (const { node } of page?.edges ?? []) if (node.__typename === 'CoinsChanged') found.push(node);
    after = (page?.pageInfo.hasNextPage && page.pageInfo.endCursor) || null;
  } while (after && !signal.aborted);
  return found.toReversed().slice(0, shown);
}

/** Where one's coins came from and went, newest first, as far back as events are kept. */
export function Ledger() {
  const client = useClient();
  const [lines, setLines] = useState<Line[] | null>(null);
  useEffect(() => {
    const over = new AbortController();
    void linesOf(client, over.signal).then((lines) => over.signal.aborted || setLines(lines));
    return () => over.abort();
  }, [client]);
  return (
    <Card title={t.ledger}>
      {!lines && <Loading />}
      {lines?.length === 0 && <Empty>{t.noCoins}</Empty>}
      {lines && lines.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t.when}</th>
              <th scope="col">{t.what}</th>
              <th scope="col" className="number">
                {t.amount}
              </th>
              <th scope="col" className="number">
                {t.balance}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ seq, at, amount, coins: balance, reason }) => (
              <tr key={seq}>
                <td>{new Date(at).toLocaleString('en', { dateStyle: 'short', timeStyle: 'short' })}</td>
                <td>{t.reasons[reason]}</td>
                <td className="number">{amount > 0 ? `+${amount}` : amount}</td>
                <td className="number">{balance}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
