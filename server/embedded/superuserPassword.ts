import { randomBytes } from 'node:crypto';
import { access, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

export const SUPERUSER = 'cupbearer';

const passwordFile = (dataDir: string): string => join(dataDir, 'postgres-password');

export async function hasPassword(dataDir: string): Promise<boolean> {
  return access(passwordFile(dataDir)).then(
    () => true,
    () => false,
  );
}

/**
 * The superuser's password, kept in the data folder and readable only to whoever runs the server.
 *
 * @throws when there is none, or it is another user's.
 */
export async function readPassword(dataDir: string): Promise<string> {
  const path = passwordFile(dataDir);
  return readFile(path, 'utf8').then(
    (text) => text.trim(),
    (cause: unknown) => {
      throw new Error(
        `The database password in ${path} cannot be read. If the server belongs to another user, do this as that user; ` +
          'if the file was lost, restore it or begin anew with another DATA_DIR.',
        { cause },
      );
    },
  );
}

/** Makes a password unless there is one. It is on disk, whole, when this resolves. Call only with the folder claimed. */
export async function ensurePassword(dataDir: string): Promise<string> {
  if (await hasPassword(dataDir)) return readPassword(dataDir);
  const password = randomBytes(24).toString('hex');
  const draft = `${passwordFile(dataDir)}.draft`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(`${password}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, passwordFile(dataDir));
  return password;
}

/** Connection string for the server listening on that port of this machine. */
export function connectionUrl(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
