import { kinds } from './kinds.ts';
import { openPeopledDatabase, type PeopledDatabase } from './database.ts';
import { requireFiles } from './fileLimit.ts';
import { installPeers } from './installPeers.ts';
import { measure, perSecond } from './measure.ts';
import { peerPrograms, programOf, type Peer } from './peers.ts';
import { fanoutRatio, printTable, type FanoutRow } from './report.ts';

export interface FanoutOptions {
  listeners: number[];
  /** Of each measurement, of which there are two for each server, payload and number of listeners. */
  seconds: number;
  peers: Peer[];
}

const ratioAt = 1_000;

/** Broadcasts through each server in turn. Prints as it goes; the last line is the ratio at 1,000 listeners. */
export async function benchFanout(options: FanoutOptions): Promise<object> {
  const { listeners, seconds, peers } = options;
  await requireFiles(Math.max(...listeners));
  if (peers.some((peer) => peerPrograms[peer].startsWith('peers/'))) await installPeers();
  const database = peers.includes('ours') ? await openPeopledDatabase() : undefined;
  const rows: FanoutRow[] = [];
  try {
    for (const count of listeners) {
      for (const kind of kinds) {
        console.log(`\n${count.toLocaleString('en')} listeners, ${kind}; steady: ${perSecond} events a second`);
        const table: FanoutRow[] = [];
        for (const peer of peers) {
          const measured = { kind, listeners: count, seconds, ...settingsOf(peer, database) };
          table.push({ peer, kind, listeners: count, ...(await measure(measured)) });
          console.log(`  ${peer} measured`);
        }
        printTable(table);
        rows.push(...table);
      }
    }
  } finally {
    await database?.close();
  }
  const ratio = fanoutRatio(rows, ratioAt);
  if (!Number.isNaN(ratio)) console.log(`fanout ratio: ${ratio.toFixed(2)}`);
  return { rows, ratio: Number.isNaN(ratio) ? null : ratio };
}

function settingsOf(peer: Peer, database: PeopledDatabase | undefined) {
  const more = peer === 'ours' && database ? { env: database.env, tokens: database.tokens } : {};
  return { program: programOf(peer), name: peer, ...more };
}
