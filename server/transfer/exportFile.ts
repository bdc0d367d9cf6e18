import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { TransferError } from './transferError.ts';

/**
 * An export is gzipped JSON lines: a header; for each table a line with its name and columns, then its rows as arrays of
 * PostgreSQL's text for each value, or null; at last an end that says what came before it, so that nothing cut off or
 * altered passes for whole.
 */
export const exportVersion = 1;

const exportHeader = z.object({
  cupbearer: z.literal('export'),
  version: z.number().int(),
  at: z.string(),
  /** Of PostgreSQL. For people. */
  postgres: z.string(),
  /** Names of those applied, in their order. */
  migrations: z.array(z.string()),
  /** In the order they come. */
  tables: z.array(z.string()),
  /** Days of the event log that have a partition. */
  eventDays: z.array(z.iso.date()),
});
export type ExportHeader = z.infer<typeof exportHeader>;

const tableStart = z.object({ table: z.string(), columns: z.array(z.string()) });
export type TableStart = z.infer<typeof tableStart>;

const exportEnd = z.object({
  rows: z.number().int(),
  /** The last value given of each sequence that gave any. */
  sequences: z.record(z.string(), z.string()),
});
export type ExportEnd = z.infer<typeof exportEnd>;
const endLine = z.object({ end: exportEnd, sha256: z.string() });

export type ExportEntry =
  | { header: ExportHeader }
  | { start: TableStart }
  /** One row, as JSON. */
  | { row: string }
  | { end: ExportEnd };

/** Lines of rows may be joined by newlines. */
export type ExportPart = { header: ExportHeader } | { start: TableStart } | { rows: readonly string[] };

/**
 * Writes an export for its owner's eyes only. Nothing stands under its name before it is whole and on disk; then it takes
 * the place of what stood there.
 *
 * @throws TransferError when the file can't be written; whatever `parts` throws.
 */
export async function writeExport(path: string, parts: AsyncIterable<ExportPart>, end: () => ExportEnd): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  const there = await stat(path).catch(() => undefined);
  if (there && !there.isFile()) throw new TransferError(`${path} is not a file. Name one to write the export to.`);
  const hash = createHash('sha256');
  const hashed = (lines: readonly string[]): string => {
    const text = lines.map((line) => `${line}\n`).join('');
    hash.update(text);
    return text;
  };
  async function* texts(): AsyncGenerator<string> {
    for await (const part of parts) {
      if ('rows' in part) yield hashed(part.rows);
      else yield hashed([JSON.stringify('header' in part ? part.header : part.start)]);
    }
    yield `${JSON.stringify({ end: end(), sha256: hash.digest('hex') })}\n`;
  }
  const file = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true });
  try {
    await pipeline(Readable.from(texts()), createGzip(), file);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    if (!isSystemError(error) || error.path !== draft) throw error;
    throw new TransferError(`${path} can't be written: ${error.code}.`, { cause: error });
  }
}

/**
 * What an export holds, in order: its header first, its end last.
 *
 * @throws TransferError for what is no export, or none that this version reads, or not all of one, when it comes to that.
 */
export async function* readExport(path: string): AsyncGenerator<ExportEntry> {
  const hash = createHash('sha256');
  let begun = false;
  let ended = false;
  try {
    for await (const line of linesOf(path)) {
      if (ended) throw new TransferError(`${path} is damaged: there is something behind its end.`);
      const text = line.toString();
      if (!begun) {
        yield { header: readHeader(path, text) };
        begun = true;
      } else if (text.startsWith('[')) yield { row: text };
      else {
        const end = endLine.safeParse(parsed(text));
        if (end.success) {
          if (end.data.sha256 !== hash.digest('hex')) throw new TransferError(`${path} is damaged: its sum is wrong.`);
          ended = true;
          yield { end: end.data.end };
          continue;
        }
        const start = tableStart.safeParse(parsed(text));
        if (!start.success) throw new TransferError(`${path} is damaged: a line makes no sense.`);
        yield { start: start.data };
      }
      hash.update(line).update('\n');
    }
  } catch (error) {
    throw readFailure(path, error, begun);
  }
  if (!begun) throw notAnExport(path);
  if (!ended) throw cutShort(path);
}

/** Reads all of it, so that nothing is begun with a file that is not whole. */
export async function checkExport(path: string): Promise<ExportHeader> {
  let header: ExportHeader | undefined;
  for await (const entry of readExport(path)) if ('header' in entry) ({ header } = entry);
  if (!header) throw notAnExport(path);
  return header;
}

function readHeader(path: string, text: string): ExportHeader {
  const known = z.object({ cupbearer: z.literal('export'), version: z.number() }).safeParse(parsed(text));
  if (!known.success) throw notAnExport(path);
  if (known.data.version > exportVersion) {
    throw new TransferError(
      `${path} was made by a newer version of Cupbearer. Import it with that one, or a newer one.`,
    );
  }
  const header = exportHeader.safeParse(parsed(text));
  if (!header.success) throw new TransferError(`${path} is damaged: its header makes no sense.`);
  return header.data;
}

/** Not by readline: it takes U+2028, which JSON may hold, for the end of a line. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // What goes wrong with either is thrown where the chunks are read.
  pipeline(createReadStream(path), gunzip).catch(() => undefined);
  let rest: Buffer[] = [];
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]);
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) throw cutShort(path);
}

function readFailure(path: string, error: unknown, begun: boolean): unknown {
  if (error instanceof TransferError || !isSystemError(error)) return error;
  if (error.code === 'ENOENT') return new TransferError(`There is no file ${path}.`);
  if (error.code === 'Z_BUF_ERROR') return cutShort(path);
  if (error.code.startsWith('Z_')) return begun ? new TransferError(`${path} is damaged.`) : notAnExport(path);
  return error.syscall ? new TransferError(`${path} can't be read: ${error.code}.`, { cause: error }) : error;
}

const notAnExport = (path: string) => new TransferError(`${path} is not an export of Cupbearer.`);
const cutShort = (path: string) =>
  new TransferError(`${path} is cut short: its end is missing. Export or copy it anew.`);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSystemError(error: unknown): error is Error & { code: string; syscall?: string; path?: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
