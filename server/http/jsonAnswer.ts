import type { ServerResponse } from 'node:http';
import type { ErrorCode } from './publicError.ts';

export const jsonType = 'application/json; charset=utf-8';

/** Answers without GraphQL having been asked, in the form GraphQL would. */
export function refuse(res: ServerResponse, status: number, code: ErrorCode, message: string, more: object = {}): void {
  write(res, status, jsonType, JSON.stringify({ errors: [{ message, extensions: { code, ...more } }] }));
}

export function write(res: ServerResponse, status: number, type: string, body: string): void {
  res.statusCode = status;
  res.setHeader('content-type', type);
  res.end(body);
}
