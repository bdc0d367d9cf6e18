/** Events are missing, and the server says so: read the state anew. */
export interface Gap {
  /** `TRIMMED`: they were older than the server keeps them. `RESTORED`: the server's history is another one now. */
  reason: string;
  /** Number of the first missing event, where that can be said. */
  missedFrom: number | null;
  /** Number of the last missing event, where that can be said. */
  missedTo: number | null;
}

/** Where an event stands in its stream. */
export interface Place {
  /** Opaque; the server goes on behind it. */
  cursor: string;
  /** Rises by one from event to event. Left out, repeated and missing events can't be told. */
  seq?: number | undefined;
  /** Only when the event is no event but the admission that some are missing. */
  gap?: Gap | undefined;
}

/**
 * The place of an event that has `__typename`, `cursor` and `seq`, with gaps as a `StreamGap` of its own. Throws a
 * TypeError for one that lacks them: the subscription has to select them.
 */
export function placeOfEvent(event: unknown): Place {
  if (
    !isRecord(event) ||
    typeof event['__typename'] !== 'string' ||
    typeof event['cursor'] !== 'string' ||
    typeof event['seq'] !== 'number'
  )
    throw new TypeError('Select `__typename`, `cursor` and `seq` of each event, or say by `placeOf` where it stands.');
  const { cursor, seq } = event;
  if (event['__typename'] !== 'StreamGap') return { cursor, seq };
  const { reason, missedFrom, missedTo } = event;
  if (typeof reason !== 'string')
    throw new TypeError('Select `... on StreamGap { reason missedFrom missedTo }` of each event.');
  return { cursor, seq, gap: { reason, missedFrom: numberOrNull(missedFrom), missedTo: numberOrNull(missedTo) } };
}

/** `missing`: there is one between, and the stream has to be asked again for what follows the last. */
export type Ruling = 'next' | 'repeated' | 'missing';

/** Whether what came is what follows. Without a number on either side, whatever is not the very same one does. */
export function judge(last: Place | undefined, { cursor, seq, gap }: Place): Ruling {
  if (last?.cursor === cursor) return 'repeated';
  if (last?.seq === undefined || seq === undefined) return 'next';
  // Numbers begin anew in another history.
  if (gap && gap.reason !== 'TRIMMED') return 'next';
  if (seq <= last.seq) return 'repeated';
  const first = gap ? (gap.missedFrom ?? last.seq + 1) : seq;
  return first > last.seq + 1 ? 'missing' : 'next';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
