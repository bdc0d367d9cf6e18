import type { App } from './app.ts';

/**
 * How many statements a read takes of the pools: outside of transactions, each checks a connection out. The least
 * of a few, for what goes on besides has its own to say.
 */
export async function statementsOf({ answering }: App, read: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let tries = 0; tries < 5; tries += 1) {
    let statements = 0;
    const count = () => (statements += 1);
    for (const { services } of answering) services.pool.on('acquire', count);
    await read();
    for (const { services } of answering) services.pool.off('acquire', count);
    counts.push(statements);
  }
  return Math.min(...counts);
}
