/**
 * A place in one stream. `epoch` names the database history the number belongs to: after a restore the same number may
 * stand for another event, and only the epoch tells.
 */
export interface Cursor {
  stream: string;
  epoch: string;
  seq: number;
}

const cursorPattern = /^([0-9a-f]{16})\.(0|[1-9]\d{0,9})\.([A-Z][A-Za-z]{1,30}:[0-9a-f-]{36})$/;

/** Opaque to clients: unpadded base64url. */
export function encodeCursor({ stream, epoch, seq }: Cursor): string {
  return Buffer.from(`${epoch}.${seq}.${stream}`).toString('base64url');
}

/** What `encodeCursor` made, or undefined for anything else. */
export function decodeCursor(text: string): Cursor | undefined {
  const [, epoch, seq, stream] = cursorPattern.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  if (epoch === undefined || seq === undefined || stream === undefined) return undefined;
  const cursor = { epoch, seq: Number(seq), stream };
  return encodeCursor(cursor) === text ? cursor : undefined;
}
