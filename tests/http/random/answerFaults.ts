import { errorCodes } from '../../../server/http/publicError.ts';
import { isRecord } from './isRecord.ts';

/** An answer as it came over HTTP. `text` may end early where a stream was left. */
export interface HttpAnswer {
  status: number;
  type: string | null;
  text: string;
}

const expectedCodes = new Set<unknown>(errorCodes.filter((code) => code !== 'INTERNAL_SERVER_ERROR'));

/** What no answer may show of the server's insides. */
const leaks: Record<string, RegExp> = {
  'a line of a stack': /(?:^|\n)\s*at .+[:(]|\bat (?:async |new )?[\w.<>$]+ \(.*:\d+/,
  'a place in a file': /\.[cm]?[jt]sx?:\d+|file:\/\/|node:internal/,
  'a path': /node_modules|(?:^|[\s"'(])\/(?:home|root|usr|opt|app|srv|var|tmp|work)\//,
  SQL: /\bselect [^]+ from ["\w]|\binsert into ["\w]|\bupdate ["\w.]+ set |\bdelete from ["\w]/i,
  'words of the database':
    /violates|duplicate key|invalid (?:input syntax|byte sequence)|syntax error at or near|unsupported Unicode|\b(?:relation|column) "|out of range for type|SQLSTATE|deadlock detected/i,
  'words of the runtime':
    /Cannot (?:read|set|convert|destructure) |is not (?:a function|iterable)\b|^[\w$.]+ is not defined$|Maximum call stack|is not a constructor|ECONN|heap out of memory|Invalid time value|Invalid array length/,
};
const innerKeys = /^(?:stack|stacktrace|exception|originalError|errorId)$/i;

/** All that is wrong with an answer, whatever was asked: empty for a good one. */
export function faultsOf({ status, type, text }: HttpAnswer): string[] {
  const faults = status >= 500 || status < 200 ? [`status ${status}`] : [];
  try {
    for (const result of resultsOf(type, text)) faults.push(...resultFaults(result));
  } catch (error) {
    faults.push(`no answer of GraphQL: ${String(error)}`);
  }
  return faults;
}

/** All that is wrong with one result. */
export function resultFaults(result: unknown): string[] {
  return [...formFaults(result), ...leaksIn(result)];
}

/** The results in an answer; throws a SyntaxError when it holds anything else. */
export function resultsOf(type: string | null, text: string): unknown[] {
  if (type?.startsWith('text/event-stream')) {
    const data = text.split('\n\n').slice(0, -1).map(dataOf);
    return data.filter((held) => held !== '').map((held) => JSON.parse(held) as unknown);
  }
  if (type?.startsWith('multipart/mixed')) {
    const parts = text.split(/\r\n--(?:-|\r\n|--)/).flatMap((part) => /\r\n\r\n([^]+)/.exec(part)?.[1] ?? []);
    return parts.map((part) => JSON.parse(part) as unknown);
  }
  if (!type?.includes('json')) throw new SyntaxError(`it is of type ${type}`);
  return [JSON.parse(text) as unknown];
}

/** What an event of an event stream carries. */
function dataOf(event: string): string {
  const lines = event.split('\n').filter((line) => line.startsWith('data:'));
  return lines.map((line) => line.slice('data:'.length).trim()).join('\n');
}

/** The codes of all errors in results without fault. */
export function codesIn(results: readonly unknown[]): unknown[] {
  const errors = results.flatMap((result) =>
    isRecord(result) && Array.isArray(result['errors']) ? result['errors'] : [],
  );
  return errors.map((error: { extensions: { code: unknown } }) => error.extensions.code);
}

function formFaults(result: unknown): string[] {
  if (!isRecord(result)) return ['a result that is no object'];
  const { data, errors, ...rest } = result;
  const faults = Object.keys(rest).flatMap((key) => (key === 'hasNext' ? [] : [`a result with "${key}"`]));
  if (data !== undefined && data !== null && !isRecord(data)) faults.push('data that is no object');
  if (errors === undefined)
    return isRecord(data) || 'hasNext' in rest ? faults : [...faults, 'neither data nor errors'];
  if (!Array.isArray(errors) || errors.length === 0) return [...faults, 'errors that are no list of some'];
  return [...faults, ...errors.flatMap(errorFaults)];
}

function errorFaults(error: unknown): string[] {
  if (!isRecord(error)) return ['an error that is no object'];
  const { message, locations = [], path = [], extensions, ...rest } = error;
  const faults = Object.keys(rest).map((key) => `an error with "${key}"`);
  if (typeof message !== 'string' || message.trim() === '') faults.push('an error that says nothing');
  if (!Array.isArray(locations) || !locations.every(isLocation)) faults.push('locations that are none');
  if (!Array.isArray(path) || !path.every((step) => ['string', 'number'].includes(typeof step)))
    faults.push('a path that is none');
  const code = isRecord(extensions) ? extensions['code'] : undefined;
  if (!expectedCodes.has(code)) faults.push(`an error of code ${String(code)}`);
  return faults;
}

function isLocation(location: unknown): boolean {
  return isRecord(location) && Number.isInteger(location['line']) && Number.isInteger(location['column']);
}

function leaksIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return Object.entries(leaks).flatMap(([what, pattern]) => {
      const [found] = pattern.exec(value) ?? [];
      return found === undefined ? [] : [`${what}: ${found.slice(0, 200)}`];
    });
  }
  if (Array.isArray(value)) return value.flatMap(leaksIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, held]) => [
    ...(innerKeys.test(key) ? [`a field "${key}"`] : []),
    ...leaksIn(held),
  ]);
}
