import { join } from 'node:path';

/** What is compared, in this order; all ratios are to the first. */
export const peerPrograms = {
  ws: 'fanout/ws.ts',
  ours: 'fanout/ours.ts',
  socketio: 'peers/socketio.mjs',
  colyseus: 'peers/colyseus.mjs',
  yoga: 'fanout/yoga.ts',
  mercurius: 'peers/mercurius.mjs',
} as const;
export type Peer = keyof typeof peerPrograms;
export const peers = Object.keys(peerPrograms) as Peer[];

export function programOf(peer: Peer): string {
  return join(import.meta.dirname, '..', peerPrograms[peer]);
}

export function isPeer(name: string): name is Peer {
  return Object.hasOwn(peerPrograms, name);
}
