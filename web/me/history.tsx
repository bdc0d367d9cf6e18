import { useQuery } from 'urql';
import { Link } from 'wouter';
import { MyThrowsDocument } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { Badge, Card, Empty } from '../ui/parts.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import styles from './me.module.css';

const t = en.me;

/** One's throws in the last games, each with all that was decided on its way. */
export function History({ userId }: { userId: string }) {
  const [{ data, error }, again] = useQuery({ query: MyThrowsDocument });
  if (error && !data) return <Failed message={error.message} again={again} />;
  const throws = (data?.myGames.edges ?? []).flatMap(({ node: game }) =>
    game.throws.edges
      .map(({ node }) => ({ ...node, gameId: game.id }))
      .filter(({ thrower }) => thrower.id === userId)
      .toReversed(),
  );
  return (
    <Card title={t.throws}>
      {!data && <Loading />}
      {data && throws.length === 0 && <Empty>{t.noThrows}</Empty>}
      <ul className={styles.throws}>
        {throws.map((one) => (
          <li key={one.id}>
            <details>
              <summary>
                <Badge tone={one.status === 'LANDED' ? 'good' : one.status === 'IN_FLIGHT' ? 'plain' : 'bad'}>
                  {t.outcomes[one.status]}
                </Badge>{' '}
                {one.cup ? t.at(one.cup.owner.displayName) : t.atNothing}{' '}
                <span className="faint">
                  {new Date(one.thrownAt).toLocaleString('en', { dateStyle: 'short', timeStyle: 'medium' })}
                </span>
              </summary>
              <ol className={styles.trail}>
                {one.hops.map(({ name, outcome, elapsedMs, detail }) => (
                  <li key={`${name} ${elapsedMs}`} data-outcome={outcome}>
                    <b>{en.table.trail.hops[name] ?? name}</b> {t.hops[outcome]}{' '}
                    <span className="faint">{en.table.trail.ms(elapsedMs)}</span>
                    {detail && <span> {detail}</span>}
                  </li>
                ))}
              </ol>
              <Link href={`/tables/${one.gameId}`}>{t.toTable}</Link>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
