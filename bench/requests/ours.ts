import { serveRequests, startNode, type RequestServer } from './serverProcess.ts';

serveRequests(open());

async function open(): Promise<RequestServer> {
  const { url, stop } = await startNode();
  return { port: Number(new URL(url).port), stop };
}
