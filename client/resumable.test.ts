import { describe, expect, it } from 'vitest';
import { endingOf, StreamFailedError, type Ending } from './ending.ts';
import type { ResumableOptions } from './options.ts';
import { resumable, streamOver } from './resumable.ts';
import type { Session, Transport } from './transport.ts';

interface TestEvent {
  __typename: string;
  cursor: string;
  seq: number;
  reason?: string;
}
type Step = (session: Session<TestEvent>) => Ending | Promise<Ending>;
type Options = Partial<Omit<ResumableOptions<TestEvent>, 'url' | 'query'>>;

const event = (seq: number, __typename = 'BallThrown'): TestEvent => ({ __typename, cursor: `c${seq}`, seq });
const gap = (seq: number): TestEvent => ({ ...event(seq, 'StreamGap'), reason: 'RESTORED' });
const lost: Ending = { kind: 'lost', why: 'cut' };
const aborted = ({ signal }: Session<TestEvent>) =>
  new Promise<Ending>((resolve) => {
    const stopped = () => resolve({ kind: 'stopped' });
    if (signal.aborted) stopped();
    signal.addEventListener('abort', stopped);
  });
const delivers =
  (events: TestEvent[], then: (session: Session<TestEvent>) => Ending | Promise<Ending> = aborted): Step =>
  (session) => {
    session.opened();
    for (const each of events) session.deliver(each);
    return then(session);
  };

/** A transport that does one step a session, and what it was asked. */
function scripted(...steps: Step[]) {
  const asked: { after: string | undefined; token: string | undefined }[] = [];
  let open = 0;
  const transport: Transport<TestEvent> = async (session) => {
    asked.push({ after: session.after(), token: session.token });
    open += 1;
    const ending = await (steps.shift() ?? aborted)(session);
    open -= 1;
    return ending;
  };
  return { transport, asked, open: () => open };
}

const streamOf = (transport: Transport<TestEvent>, options: Options = {}) =>
  streamOver<TestEvent>({ websocket: transport }, { backoff: { baseMs: 0 }, ...options });

async function seqs(stream: AsyncIterable<TestEvent>, count: number): Promise<number[]> {
  const seen: number[] = [];
  for await (const { seq } of stream) if (seen.push(seq) === count) break;
  return seen;
}

describe('a resumable stream', () => {
  it('opens nothing before it is read, and goes on behind the last event taken', async () => {
    const { transport, asked, open } = scripted(
      delivers([event(4), event(5)], () => lost),
      delivers([event(6)], () => ({ kind: 'elsewhere', why: 'a newer event' })),
      delivers([event(7)]),
    );
    const stream = streamOf(transport, { after: 'c3', token: () => 'ada' });
    expect(asked).toEqual([]);
    expect(stream.cursor).toBe('c3');
    expect(await seqs(stream, 4)).toEqual([4, 5, 6, 7]);
    expect(stream.cursor).toBe('c7');
    expect(asked).toEqual(['c3', 'c5', 'c6'].map((after) => ({ after, token: 'ada' })));
    expect(open()).toBe(0);
  });

  it('begins behind the cursor among its variables', async () => {
    const { transport, asked } = scripted(delivers([event(9)]));
    await seqs(streamOf(transport, { variables: { since: 'c8' }, afterVariable: 'since' }), 1);
    expect(asked[0]?.after).toBe('c8');
  });

  it('gives out what came before it fails, with the server’s errors', async () => {
    const errors = [{ message: 'not yours', extensions: { code: 'FORBIDDEN' } }];
    const stream = streamOf(scripted(delivers([event(1), event(2)], () => endingOf(errors))).transport);
    expect([(await stream.next()).value?.seq, (await stream.next()).value?.seq]).toEqual([1, 2]);
    await expect(stream.next()).rejects.toMatchObject({ name: 'StreamFailedError', message: 'not yours', errors });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  it('ends when the server says that there is no more', async () => {
    const { transport } = scripted(delivers([event(1)], () => ({ kind: 'completed' })));
    expect(await seqs(streamOf(transport), Infinity)).toEqual([1]);
  });

  it('asks for another token when one was refused or has ended', async () => {
    const { transport, asked } = scripted(
      () => ({ kind: 'refused', why: '4403', errors: [] }),
      delivers([event(1)], () => ({ kind: 'expired', why: '4410' })),
      delivers([event(2)], () => lost),
      delivers([event(3)]),
    );
    const refusals: boolean[] = [];
    const token = (refused: boolean) => `token ${refusals.push(refused)}`;
    await seqs(streamOf(transport, { token }), 3);
    expect(refusals).toEqual([false, true, true, false]);
    expect(asked.map((each) => each.token)).toEqual(['token 1', 'token 2', 'token 3', 'token 4']);
  });

  it('waits out a callback that has no token now, and ends by one that says there is none', async () => {
    const { transport } = scripted(delivers([event(1)]));
    const states: string[] = [];
    const answers = [Promise.reject(new TypeError('offline')), Promise.resolve('ada')];
    const stream = streamOf(transport, {
      token: () => answers.shift() ?? '',
      onState: (state, why) => states.push(`${state}: ${why}`),
    });
    expect(await seqs(stream, 1)).toEqual([1]);
    expect(states).toEqual(['waiting: there is no token: offline', 'websocket: there is no token: offline']);
    const signedOut = streamOf(transport, { token: () => Promise.reject(new StreamFailedError('Sign in again.')) });
    await expect(signedOut.next()).rejects.toThrow('Sign in again.');
  });

  it('gives the connection up while its reader is too far behind, and loses nothing by it', async () => {
    const all = Array.from({ length: 10 }, (_, index) => event(index + 1));
    const serve: Step = (session) =>
      delivers(all.filter(({ seq }) => seq > Number(session.after()?.slice(1) ?? 0)))(session);
    const { transport, asked } = scripted(serve, serve, serve, serve, serve, serve);
    expect(await seqs(streamOf(transport, { buffer: 4 }), 10)).toEqual(all.map(({ seq }) => seq));
    expect(asked.length).toBeGreaterThan(1);
  });

  it('lets state be read anew before it gives out a gap', async () => {
    const { transport } = scripted(delivers([event(8), gap(0), event(1)]));
    const reading = Promise.withResolvers<void>();
    const seen: string[] = [];
    const stream = streamOf(transport, {
      onGap: async ({ reason }) => {
        seen.push(reason);
        await reading.promise;
        seen.push('read');
      },
    });
    const read = (async () => {
      for await (const { __typename, seq } of stream) if (seen.push(`${__typename} ${seq}`) === 5) break;
    })();
    reading.resolve();
    await read;
    expect(seen).toEqual(['BallThrown 8', 'RESTORED', 'read', 'StreamGap 0', 'BallThrown 1']);
  });

  it.each<[what: string, Options, Step?]>([
    ['onGap', { onGap: () => Promise.reject(new Error('mine')) }],
    ['onState', { onState: () => void fail() }],
    ['placeOf', { placeOf: () => fail() }],
    ['a transport', {}, fail],
  ])('ends with what %s throws, and leaves nothing open', async (_, options, step) => {
    const { transport, open } = scripted(step ?? delivers([gap(0)]));
    const stream = streamOf(transport, options);
    await expect(stream.next()).rejects.toThrow('mine');
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    if (!step) expect(open()).toBe(0);
  });

  it('has to have a way to the server', () => {
    expect(() => streamOver({}, {})).toThrow('There is no transport');
    const urls = { websocket: null, sse: null };
    expect(() => resumable({ url: 'http://localhost/graphql', query: '', urls })).toThrow('There is no transport');
  });
});

describe('a stream that is returned', () => {
  const returned = async (transport: Transport<TestEvent>, reached: Promise<unknown>, options: Options) => {
    const stream = streamOf(transport, options);
    const pending = stream.next();
    await reached;
    await stream.return();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  };

  it('before it was read, does nothing', async () => {
    const { transport, asked } = scripted();
    const stream = streamOf(transport);
    await stream.return();
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    expect(asked).toEqual([]);
  });

  it('ends while it waits for a token that never comes', async () => {
    const waiting = Promise.withResolvers<void>();
    const token = () => {
      waiting.resolve();
      return new Promise<string>(() => undefined);
    };
    await returned(scripted().transport, waiting.promise, { token });
  });

  it('ends while it waits before the next attempt', async () => {
    const waiting = Promise.withResolvers<void>();
    const backoff = { baseMs: 1e9, capMs: 1e9 };
    await returned(scripted(() => lost).transport, waiting.promise, { backoff, onState: () => waiting.resolve() });
  });

  it('waits until its connection is closed', async () => {
    const connected = Promise.withResolvers<void>();
    const closed = Promise.withResolvers<void>();
    const { transport, open } = scripted(async (session) => {
      connected.resolve();
      const ending = await aborted(session);
      await closed.promise;
      return ending;
    });
    const over = returned(transport, connected.promise, {});
    closed.resolve();
    await over;
    expect(open()).toBe(0);
  });
});

describe('transports', () => {
  it('change when they are blocked, and back when they open again, each going on behind the last', async () => {
    const blocked: Step = () => lost;
    const probed: Step = (session) => delivers([event(99)])(session);
    const websocket = scripted(blocked, blocked, blocked, probed, delivers([event(4)]));
    const sse = scripted(
      delivers([event(1), event(2)], () => lost),
      blocked,
      blocked,
      blocked,
      blocked,
    );
    const polling = scripted(delivers([event(3)]));
    const states: string[] = [];
    const stream = streamOver<TestEvent>(
      { websocket: websocket.transport, sse: sse.transport, polling: polling.transport },
      { backoff: { baseMs: 0 }, tries: 2, climbMs: 1, onState: (state) => state !== 'waiting' && states.push(state) },
    );
    expect(await seqs(stream, 4)).toEqual([1, 2, 3, 4]);
    expect(states).toEqual(['sse', 'polling', 'websocket']);
    expect(websocket.asked.map(({ after }) => after)).toEqual([undefined, undefined, ...Array(3).fill('c3')]);
    expect([websocket.open(), sse.open(), polling.open()]).toEqual([0, 0, 0]);
  });
});

function fail(): never {
  throw new Error('mine');
}
