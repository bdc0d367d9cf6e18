import { createHash } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hasPassword } from './superuserPassword.ts';
import { runsAsRoot, unprivilegedAccount } from './runAsAccount.ts';
import type { Account } from './runAsAccount.ts';
import { shutDownOrphan } from './shutDownPostmaster.ts';
import { canKeepDataIn, ensureOpenFolder, stagingBases } from './stagingFolders.ts';

/** Where a data folder's cluster lives and who runs it. */
export interface DataPlacement {
  /** The folder holding the cluster: the data folder itself, or one outside that `account` can reach. */
  readonly home: string;
  /** Set when we are root. */
  readonly account: Account | undefined;
}

/** Note left in a data folder whose cluster had to be put elsewhere. */
const locationNote = z.object({ home: z.string(), dataDir: z.string() });
const NOTE_NAME = 'postgres-location.json';

/**
 * Decides who runs the cluster of this data folder (a real path, claimed by us) and where it lives: the place it
 * already has, else the data folder, else for root, when its unprivileged account can't get there, a folder outside.
 *
 * @throws Error when existing data can't be reached; never begins an empty cluster instead.
 */
export async function placeData(
  dataDir: string,
  clusterName: string,
  log: (line: string) => void,
  bases: readonly string[] = stagingBases(),
): Promise<DataPlacement> {
  const note = await readNote(dataDir);
  const home = note ?? dataDir;
  const owner = await ownerOf(join(home, clusterName));
  if (!runsAsRoot()) {
    if (note !== undefined || (owner && owner.uid !== process.getuid?.())) throw notOurs(join(home, clusterName));
    return { home, account: undefined };
  }
  const account = owner && owner.uid !== 0 ? owner : await unprivilegedAccount();
  if (await canKeepDataIn(account, home)) return { home, account };
  if (note !== undefined || owner) {
    throw new Error(
      `The database in ${home} cannot be reached by the account ${account.name} that runs it. ` +
        `Let it through (chmod o+x on the folders above), or set DATABASE_URL or DATA_DIR.`,
    );
  }
  return { home: await stageData(dataDir, clusterName, account, log, bases), account };
}

async function stageData(
  dataDir: string,
  clusterName: string,
  account: Account,
  log: (line: string) => void,
  bases: readonly string[],
): Promise<string> {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const places = bases.map((base) => ({ base, home: join(base, name) }));
  const held = await Promise.all(places.map(({ home }) => ownerOf(join(home, clusterName))));
  const inOrder = [...places.filter((_, index) => held[index]), ...places.filter((_, index) => !held[index])];
  for (const { base, home } of inOrder) {
    try {
      await ensureOpenFolder(base);
      await ensureOpenFolder(home);
    } catch {
      continue;
    }
    if (!(await canKeepDataIn(account, home))) continue;
    await setAsideAbandoned(dataDir, join(home, clusterName), log);
    await writeFile(join(dataDir, NOTE_NAME), `${JSON.stringify({ home, dataDir }, undefined, 2)}\n`);
    log(`The account ${account.name} cannot enter ${dataDir}: the database is kept in ${home} instead.`);
    return home;
  }
  throw new Error(
    `The account ${account.name} can reach neither ${dataDir} nor any of ${bases.join(', ')}. ` +
      'Set DATA_DIR to a folder it can reach, or DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** A data folder with neither note nor password is new: it was deleted to begin anew, and what it had is out of use. */
async function setAsideAbandoned(dataDir: string, cluster: string, log: (line: string) => void): Promise<void> {
  if (!(await ownerOf(cluster)) || (await hasPassword(dataDir))) return;
  await shutDownOrphan(cluster, log);
  const aside = `${cluster}.abandoned-${Date.now()}`;
  await rename(cluster, aside);
  log(`The database of a deleted ${dataDir} was set aside as ${aside}.`);
}

/** The home a note names; undefined without a note. */
async function readNote(dataDir: string): Promise<string | undefined> {
  const path = join(dataDir, NOTE_NAME);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const note = locationNote.parse(JSON.parse(text));
  if (note.dataDir !== dataDir) {
    throw new Error(
      `${path} says that the database is in ${note.home}, but for the data folder ${note.dataDir}, not ${dataDir}. ` +
        `If the folder was moved, correct "dataDir" in that file; if it is a copy, delete everything in it.`,
    );
  }
  if (!(await ownerOf(note.home))) {
    throw new Error(`The database is gone: ${path} says it is in ${note.home}. Delete ${dataDir} to begin anew.`);
  }
  return note.home;
}

async function ownerOf(path: string): Promise<Account | undefined> {
  return stat(path).then(
    ({ uid, gid }) => ({ name: `uid ${uid}`, uid, gid }),
    () => undefined,
  );
}

function notOurs(cluster: string): Error {
  return new Error(
    `The database in ${cluster} belongs to another user, as when the server was first started by root. ` +
      'Start it as that user (or root) again, or set DATA_DIR to a folder of your own.',
  );
}
