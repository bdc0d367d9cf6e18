import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { houseHandle, type TemperName } from './temper.ts';

export interface Credentials {
  handle: string;
  password: string;
}

/** The credentials of a house player, made at the first start; two processes that start at once get the same. */
export async function credentialsOf(folder: string, temper: TemperName): Promise<Credentials> {
  const path = join(folder, `${temper}.json`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(path, JSON.stringify(freshCredentials(temper)), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const { handle, password } = JSON.parse(await readFile(path, 'utf8')) as Credentials;
  return { handle, password };
}

/** Others, for a server where somebody else has that handle. */
export async function renewCredentials(folder: string, temper: TemperName): Promise<Credentials> {
  const fresh = freshCredentials(temper);
  await writeFile(join(folder, `${temper}.json`), JSON.stringify(fresh), { mode: 0o600 });
  return fresh;
}

function freshCredentials(temper: TemperName): Credentials {
  return {
    handle: `${houseHandle}${temper}-${randomBytes(4).toString('hex')}`,
    password: randomBytes(24).toString('base64url'),
  };
}

/** The nonce, or the secret, of a throw, made again by whoever has the password: nothing about throws has to be kept. */
export function derived(password: string, what: 'nonce' | 'secret', cupId: string, thrownAt: string): string {
  return createHmac('sha256', password).update(`${what} ${cupId} ${thrownAt}`).digest('base64url');
}
