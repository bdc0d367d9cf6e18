import { open, rename, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** Size from which a log is set aside at start, in bytes. */
const ROTATE_AT = 10 * 1024 * 1024;
const TAIL_BYTES = 8 * 1024;

/**
 * What PostgreSQL says goes straight into a file: it needs nobody to read it, so it neither blocks nor
 * breaks when the process that started the server is killed.
 */
export interface ServerLogFile {
  readonly path: string;
  /** Handle for appending; the opener closes it once the server has inherited it. */
  readonly handle: FileHandle;
  /** The last lines written since this was opened. */
  tail(lines: number): Promise<string>;
}

/** Opens the log for appending; one grown too large becomes `<path>.1`, replacing the one before. */
export async function openServerLog(path: string): Promise<ServerLogFile> {
  const size = await sizeOf(path);
  if (size > ROTATE_AT) await rename(path, `${path}.1`);
  const handle = await open(path, 'a', 0o600);
  const begin = await sizeOf(path);
  return {
    path,
    handle,
    tail: async (lines) => {
      const end = await sizeOf(path);
      const from = Math.max(begin, end - TAIL_BYTES);
      const reader = await open(path, 'r');
      try {
        const { buffer, bytesRead } = await reader.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, from);
        return buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n').slice(-lines).join('\n');
      } finally {
        await reader.close();
      }
    },
  };
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
