import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { eventually } from '../harness/deferred.ts';
import { type SentSpan, spansOf } from './otlp.ts';

/** A collector that keeps what it is sent. */
export interface Collector {
  url: string;
  spans: SentSpan[];
  /** Headers of what was sent last. */
  headers: Record<string, unknown>;
  /** Answered from now on. */
  status: number;
  /** Waits until spans pass. */
  until(label: string, passes: (spans: readonly SentSpan[]) => boolean): Promise<readonly SentSpan[]>;
  close(): Promise<void>;
}

export async function openCollector(): Promise<Collector> {
  const server = createServer((req, res) => {
    void buffer(req).then((body) => {
      collector.headers = { ...req.headers, path: req.url };
      if (collector.status === 200) collector.spans.push(...spansOf(body));
      res.writeHead(collector.status, { 'content-type': 'application/x-protobuf' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const collector: Collector = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: [],
    headers: {},
    status: 200,
    until: (label, passes) => eventually(label, () => collector.spans, passes),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return collector;
}
