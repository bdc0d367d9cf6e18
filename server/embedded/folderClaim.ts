import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { identifyProcess, isRunning, processIdentity } from './processIdentity.ts';

const runningServer = z.object({ postmaster: processIdentity, port: z.number().int(), database: z.string() });
export type RunningServer = z.infer<typeof runningServer>;

const claimRecord = z.object({
  owner: processIdentity,
  released: z.boolean(),
  server: runningServer.optional(),
});
type ClaimRecord = z.infer<typeof claimRecord>;

/** One process's sole right to run a database on a data folder; ends by `release` or with the process itself. */
export interface FolderClaim {
  /** Tells other processes which server runs on this folder. */
  publish(server: RunningServer): Promise<void>;
  release(): Promise<void>;
}

/** Another process that is alive holds the folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/**
 * Claims are numbered files, and the highest number decides. A claim is taken by creating the next number, which the
 * file system lets only one of many do; the highest number is never deleted, only overtaken, so that a process held up
 * between looking and creating cannot slip in under a claim made meanwhile.
 *
 * @throws FolderInUseError when a live process holds the folder (this one included); Error when it can't be written.
 */
export async function claimFolder(dataDir: string): Promise<FolderClaim> {
  try {
    return await takeClaim(dataDir);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw cause;
    throw new Error(
      `The data folder ${dataDir} cannot be written by this user. If another user (or root) started the server ` +
        'there first, start it as that user, or set DATA_DIR to a folder of your own.',
      { cause },
    );
  }
}

async function takeClaim(dataDir: string): Promise<FolderClaim> {
  const folder = claimsFolder(dataDir);
  await mkdir(folder, { recursive: true });
  const owner = await identifyProcess(process.pid);
  if (!owner) throw new Error(`The start time of this process (${process.pid}) cannot be read.`);
  let record: ClaimRecord = { owner, released: false };

  for (;;) {
    const latest = await latestNumber(folder);
    const holder = await readClaim(folder, latest);
    if (holder && !holder.released && (await isRunning(holder.owner))) throw inUse(dataDir, holder);
    const mine = latest + 1;
    if (!(await createClaim(folder, mine, record))) continue;
    if ((await latestNumber(folder)) > mine) {
      await rm(claimFile(folder, mine), { force: true });
      continue;
    }
    await removeOvertaken(folder, mine);
    const replace = async (change: Partial<ClaimRecord>): Promise<void> => {
      record = { ...record, ...change };
      const draft = await writeDraft(folder, record);
      await rename(draft, claimFile(folder, mine));
    };
    return {
      publish: (server) => replace({ server }),
      release: () => replace({ released: true, server: undefined }),
    };
  }
}

/** The server last published for this folder, if its postmaster still runs (even when its owner was killed). */
export async function findRunningServer(dataDir: string): Promise<RunningServer | undefined> {
  const folder = claimsFolder(dataDir);
  const server = (await readClaim(folder, await latestNumber(folder)))?.server;
  return server && (await isRunning(server.postmaster)) ? server : undefined;
}

function inUse(dataDir: string, { owner }: ClaimRecord): FolderInUseError {
  const who = owner.pid === process.pid ? `this very process (pid ${owner.pid})` : `process ${owner.pid}`;
  return new FolderInUseError(
    `The data folder ${dataDir} is in use by ${who}. Stop that one first, or give this one ` +
      `another folder with DATA_DIR, or a database of its own with DATABASE_URL.`,
  );
}

const claimsFolder = (dataDir: string): string => join(dataDir, 'postgres-owner');
const claimFile = (folder: string, number: number): string => join(folder, `${number}.json`);

async function claimNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => (/^\d+\.json$/.test(name) ? [Number.parseInt(name, 10)] : []));
}

async function latestNumber(folder: string): Promise<number> {
  return Math.max(0, ...(await claimNumbers(folder)));
}

/** A claim is complete the moment it appears, so one that can't be parsed is what a power failure left: nobody's. */
async function readClaim(folder: string, number: number): Promise<ClaimRecord | undefined> {
  const text = await readFile(claimFile(folder, number), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  try {
    return claimRecord.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function createClaim(folder: string, number: number, record: ClaimRecord): Promise<boolean> {
  const draft = await writeDraft(folder, record);
  try {
    await link(draft, claimFile(folder, number));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeDraft(folder: string, record: ClaimRecord): Promise<string> {
  const draft = join(folder, `draft-${randomUUID()}`);
  await writeFile(draft, JSON.stringify(record), { mode: 0o644 });
  return draft;
}

/** The claim just before ours stays, lest a slow reader list the folder between its removal and our creation. */
async function removeOvertaken(folder: string, mine: number): Promise<void> {
  const overtaken = (await claimNumbers(folder)).filter((number) => number < mine - 1);
  await Promise.all(overtaken.map((number) => rm(claimFile(folder, number), { force: true })));
}
