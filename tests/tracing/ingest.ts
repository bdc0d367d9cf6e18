import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** As much of a reported error as tests look at. */
export interface Report {
  exception: { values: { type: string; value: string; stacktrace?: object }[] };
  tags: Record<string, string>;
  user?: object;
  environment: string;
  release?: string;
}

export interface Ingest {
  dsn: string;
  reports: Report[];
  /** All that was sent. */
  texts: string[];
  close(): Promise<void>;
}

/** Takes error reports as Sentry does: envelopes, whose lines are JSON. */
export async function openIngest(): Promise<Ingest> {
  const server = createServer((req, res) => {
    void text(req).then((body) => {
      ingest.texts.push(`${req.url} ${JSON.stringify(req.headers)} ${body}`);
      const lines = body.split('\n').map((line): unknown => JSON.parse(line || 'null'));
      lines.forEach((line, index) => {
        if ((lines[index - 1] as { type?: string } | null)?.type === 'event') ingest.reports.push(line as Report);
      });
      res.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const ingest: Ingest = {
    dsn: `http://publickey@127.0.0.1:${(server.address() as AddressInfo).port}/42`,
    reports: [],
    texts: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return ingest;
}
