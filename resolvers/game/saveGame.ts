import type { ClientBase, Pool } from 'pg';
import type { Deadline } from '../../entities/deadline.ts';
import type { Hop } from '../../entities/throw.ts';
import { openWindows } from '../../rules/deadlines.ts';
import type { GameState } from '../../rules/gameState.ts';
import type { NewEntry } from '../../subscriptions/eventLog.ts';
import { challengeRows, cupRows, gameRow, playerRows, throwRows } from './gameRows.ts';
import type { AuditRow } from '../operator/writeAudit.ts';
import type { GameScore } from './gameScores.ts';
import type { Appended } from '../stream/appendEvents.ts';
import { GuardedWrite } from './guardedWrite.ts';
import type { PersonalEntry } from './toldPlayer.ts';

export interface GameChange {
  /** Undefined for a new game. */
  before?: GameState;
  after: GameState;
  /** The stream's head `before` was read at. */
  head: number;
  entries: readonly NewEntry[];
  /** What it does to the players' places on the game's board. */
  scores: readonly GameScore[];
  /** Unix time in milliseconds. */
  at: number;
  /** Hops this change adds, by throw. */
  hops: ReadonlyMap<string, Hop[]>;
  /** Receipts of the throws that this change lands, by throw. */
  receipts: ReadonlyMap<string, string>;
  /** Whom it calls upon; never together with scores. */
  told?: PersonalEntry | undefined;
  /** What an operator did by it. */
  audited?: AuditRow | undefined;
}

/** What came of a change besides what was asked for. */
export interface SavedGame {
  /** Events of people's own streams. */
  told: Appended[];
}

/**
 * Writes what differs between two states, the events that say so, and the deadlines of the windows that opened or
 * closed, in one statement. Undefined, and nothing written, when the stream's head is no longer where `before` was read.
 */
export async function saveGame(connection: Pool | ClientBase, change: GameChange): Promise<SavedGame | undefined> {
  const { before, after, head, entries, scores, at, hops, receipts, told, audited } = change;
  const stream = `Game:${after.id}`;
  const write = before ? GuardedWrite.append(stream, head, entries, at) : GuardedWrite.begin(stream, entries, at);
  const none: GameState = { ...after, players: [], cups: [], throws: [] };
  const old = before ?? none;
  if (!before || JSON.stringify(gameRow(before)) !== JSON.stringify(gameRow(after))) {
    write.upsert('game', ['id'], [gameRow(after)]);
  }
  write.upsert('player', ['game_id', 'user_id'], changed(playerRows(old), playerRows(after)));
  write.upsert('cup', ['id'], changed(cupRows(old), cupRows(after)));
  const throws = changed(throwRows(old), throwRows(after)).map((row) => ({
    ...row,
    hops: hops.get(row.id) ?? [],
    receipt: receipts.get(row.id) ?? null,
  }));
  write.upsert('throw', ['id'], throws, { hops: 'throw.hops || excluded.hops' });
  write.upsert('challenge', ['id'], changed(challengeRows(old), challengeRows(after)));
  write.remove('player', gone(playerRows(old), playerRows(after), ['game_id', 'user_id']));
  write.remove('cup', gone(cupRows(old), cupRows(after), ['id']));
  const windows = { before: before ? deadlineRows(before) : [], after: deadlineRows(after) };
  write.upsert('deadline', ['kind', 'subject'], changed(windows.before, windows.after));
  write.remove('deadline', gone(windows.before, windows.after, ['kind', 'subject']));
  if (!before || scores.length > 0) write.score(after.id, scores);
  if (told) write.tell(told);
  if (audited) write.insert('audit_entry', [audited]);
  const done = await write.run(connection);
  if (!done) return undefined;
  return {
    told: told && done.toldAs ? [{ stream: told.stream, entries: [{ ...told.entry, seq: done.toldAs, at }] }] : [],
  };
}

function deadlineRows(
  state: GameState,
): { kind: string; subject: string; game_id: string; due_at: string; attempts: 0 }[] {
  return openWindows(state).map(({ kind, subject, dueAt }: Deadline) => ({
    kind,
    subject,
    game_id: state.id,
    due_at: new Date(dueAt).toISOString(),
    attempts: 0,
  }));
}

/** Rows that are new or differ. */
function changed<Row extends object>(before: readonly Row[], after: readonly Row[]): Row[] {
  const known = new Set(before.map((row) => JSON.stringify(row)));
  return after.filter((row) => !known.has(JSON.stringify(row)));
}

/** Keys of rows that are no more; only those, as the database may know their other columns better. */
function gone<Row extends object, Key extends keyof Row & string>(
  before: readonly Row[],
  after: readonly Row[],
  names: readonly Key[],
): Pick<Row, Key>[] {
  const keyOf = (row: Row) => Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Key>;
  const kept = new Set(after.map((row) => JSON.stringify(keyOf(row))));
  return before.map(keyOf).filter((key) => !kept.has(JSON.stringify(key)));
}
