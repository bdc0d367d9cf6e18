import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { QuizRoom } from '../../entities/quizRoom.ts';
import { requireViewer } from '../../resolvers/badRequest.ts';
import type { Context } from '../../resolvers/context.ts';
import { type Cell, playerTable, questionTable } from '../../resolvers/quizRoom/reportTable.ts';
import { isHosting, visibleRooms } from '../../resolvers/quizRoom/roomAccess.ts';
import type { Failures } from '../failures.ts';
import { refuse } from './jsonAnswer.ts';
import { type ErrorCode, publicCode, publicError } from './publicError.ts';
import type { ContextOf, TransportContext } from './requestContext.ts';

const address = /^\/quiz-rooms\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/report\.csv$/i;

/** The room whose report is at this address; undefined where none can be. */
export function roomOfReport(path: string): string | undefined {
  return address.exec(path)?.[1]?.toLowerCase();
}

export type QuizReportHandler = (
  roomId: string,
  req: IncomingMessage,
  res: ServerResponse,
  transport: TransportContext,
) => Promise<void>;

/** Answers with the report of an ended room as CSV, to its host and cohosts; to others with what they lack. */
/** Its address, as a pattern. */
export const reportRoute = '/quiz-rooms/:id/report.csv';

export function quizReports({ contextOf, failures }: { contextOf: ContextOf; failures: Failures }): QuizReportHandler {
  return async (roomId, req, res, transport) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('allow', 'GET, HEAD');
      return refuse(res, 405, 'BAD_USER_INPUT', 'This address answers GET and HEAD only.');
    }
    const [, query = ''] = (req.url ?? '').split('?', 2);
    const per = new URLSearchParams(query).get('per') ?? 'player';
    if (per !== 'player' && per !== 'question') {
      return refuse(res, 400, 'BAD_USER_INPUT', 'A report is per=player or per=question.');
    }
    try {
      const context = await contextOf(transport, req.headers.authorization);
      const { userId } = requireViewer(context);
      await context.services.limits.take('quizReportsPerUser', userId);
      const room = await reportedRoom(context, roomId, res);
      if (room) await send(context, room, per, req, res);
    } catch (error) {
      if (res.headersSent) throw error;
      failures.noteFacts([error], () => ({ requestId: transport.arrival.requestId, room: roomId }));
      refuseBecause(res, error, failures);
    }
  };
}

/** Undefined once the answer says why not. Strangers are not told whether there is such a room. */
async function reportedRoom(context: Context, roomId: string, res: ServerResponse): Promise<QuizRoom | undefined> {
  const [room] = await visibleRooms(context, [roomId]);
  if (!room) refuse(res, 404, 'BAD_USER_INPUT', 'There is no such room for you.');
  else if (!isHosting(context, room)) refuse(res, 403, 'FORBIDDEN', 'A report is for the host and cohosts.');
  else if (room.phase !== 'ENDED') refuse(res, 409, 'BAD_USER_INPUT', 'The quiz has not ended yet.');
  else return room;
  return undefined;
}

async function send(
  context: Context,
  room: QuizRoom,
  per: 'player' | 'question',
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const lines = per === 'player' ? playerTable(context.services.pool, room) : questionTable(context, room);
  // What fails until here is answered as an error.
  const { value: names } = await lines.next();
  res.setHeader('content-type', 'text/csv; charset=utf-8');
  res.setHeader('content-disposition', `attachment; filename="quiz-${room.id.slice(0, 8)}-${per}s.csv"`);
  res.setHeader('cache-control', 'private, no-store');
  if (req.method === 'HEAD') return void res.end();
  // Names are their bearers' choice: none may be a spreadsheet's formula. By the mark at its start spreadsheets know UTF-8.
  const csv = stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' });
  await pipeline(Readable.from(whole(names, lines)), csv, res).catch((error: NodeJS.ErrnoException) => {
    // Who breaks a download off has gone.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

async function* whole(names: Cell[] | void, lines: AsyncGenerator<Cell[], void>): AsyncGenerator<Cell[]> {
  if (names) yield names;
  yield* lines;
}

const statuses: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, RATE_LIMITED: 429 };

/** In the words GraphQL would have for it. */
function refuseBecause(res: ServerResponse, error: unknown, failures: Failures): void {
  const { message, extensions } = publicError(error, failures);
  const { code: _code, http: _http, retryAfter, ...more } = extensions;
  const code = publicCode(error);
  if (typeof retryAfter === 'number') res.setHeader('retry-after', retryAfter);
  refuse(res, statuses[code] ?? 500, code, message, { ...more, ...(typeof retryAfter === 'number' && { retryAfter }) });
}
