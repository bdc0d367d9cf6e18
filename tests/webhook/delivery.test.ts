import { Webhook as StandardWebhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, countOf, openApp } from '../harness/app.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { eventually } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { ballInFlight, seedGame } from '../harness/seed.ts';
import { cancel, created } from '../battle/play.ts';
import { seedGroup } from '../group/groupOf.ts';
import * as webhooks from './documents.ts';
import { type Call, startReceiver } from './receiver.ts';
import { deliveriesOf, happen, newStream, seedWebhook, toThisMachine, untilDelivery } from './webhookOf.ts';

let app: App & { close(): Promise<void> };
beforeAll(async () => {
  app = await openApp({ env: toThisMachine });
});
afterAll(() => app.close());

const verified = (secret: string, { headers, body }: Call) =>
  new StandardWebhook(secret).verify(body, headers as Record<string, string>);

describe('a webhook', () => {
  it('is told of a game as it goes, signed, in order, and of nothing else', async () => {
    const receiver = await startReceiver();
    const all = await seedWebhook(app, {
      url: `${receiver.url}/all`,
      events: ['game.finished', 'throw.settled', 'game.started'],
    });
    const ends = await seedWebhook(app, { url: `${receiver.url}/ends`, events: ['game.finished'] });
    const { id: gameId, players } = await seedGame(app, { cupsPerPlayer: 1 });
    const [ada, ben] = players;
    const { throw: thrown, answerKey } = await ballInFlight(app, ada.token, gameId, ben.cups[0] ?? '');
    await execute(app, ben.token, documents.challengeThrow, { throwId: thrown.id });
    await execute(app, ada.token, documents.answerChallenge, { throwId: thrown.id, secret: answerKey ?? '' });
    const calls = await receiver.untilCalls('/all', 3);
    const [end] = await receiver.untilCalls('/ends', 1);
    expect(calls.map(({ type, data }) => [type, data['gameId']])).toEqual([
      ['game.started', gameId],
      ['throw.settled', gameId],
      ['game.finished', gameId],
    ]);
    const winner = { id: ada.id, handle: ada.handle, displayName: ada.handle };
    expect(calls[1]?.data).toMatchObject({ throwId: thrown.id, status: 'LANDED', cupId: ben.cups[0], thrower: winner });
    expect(calls[2]?.data).toMatchObject({ winner, finishedAt: expect.stringMatching(/^20.*Z$/) });
    expect(end?.data).toEqual(calls[2]?.data);
    for (const call of calls) {
      expect(verified(all.secret, call)).toEqual(JSON.parse(call.body));
      expect(() => verified(ends.secret, call)).toThrow('No matching signature found');
    }
    const listed = await deliveriesOf(app, all);
    await untilDelivery(app, ends, ({ state }) => state === 'DELIVERED');
    expect(listed.map(({ id, body, type, seq }) => ({ id, body, type, data: { seq } })).toReversed()).toMatchObject(
      calls.map(({ id, body, type, data: { seq } }) => ({ id, body, type, data: { seq } })),
    );
    expect(listed[0]).toMatchObject({ stream: gameId, webhook: { id: all.id } });
    expect(receiver.calls).toHaveLength(4);
  });

  it('that fails gets the same again, in order, while other streams and webhooks go on', async () => {
    const receiver = await startReceiver();
    const [slow, other] = [newStream(), newStream()];
    receiver.answer = ({ data, path, before }) =>
      path === '/fails' && data['gameId'] === slow && data.seq === 2 && before === 0 ? 500 : 200;
    const fails = await seedWebhook(app, { url: `${receiver.url}/fails` });
    await seedWebhook(app, { url: `${receiver.url}/goes` });
    await happen(app, slow, 4);
    await happen(app, other, 2);
    const goes = await receiver.untilCalls('/goes', 6);
    const early = receiver.calls.filter(({ path }) => path === '/fails');
    const calls = await receiver.untilCalls('/fails', 7);
    const seqs = (list: Call[], stream: string) =>
      list.filter(({ data }) => data['gameId'] === stream).map(({ data }) => data.seq);
    expect(seqs(goes, slow)).toEqual([1, 2, 3, 4]);
    expect(seqs(early, slow)).not.toContain(3);
    expect(seqs(calls, slow)).toEqual([1, 2, 2, 3, 4]);
    expect(seqs(calls, other)).toEqual([1, 2]);
    const [first, again] = calls.filter(({ data }) => data['gameId'] === slow && data.seq === 2);
    expect(again?.id).toBe(first?.id);
    expect(again?.body).toBe(first?.body);
    expect((again?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(1_500);
    const tried = (await deliveriesOf(app, fails)).find(({ id }) => id === first?.id);
    expect(tried).toMatchObject({ state: 'DELIVERED', attempts: 2, lastStatus: 200, lastError: null });
    expect(await countOf(app, 'cupbearer_webhook_deliveries_total', { outcome: 'failed' })).toBeGreaterThan(0);
  });

  it('says in plain words why a try failed', async () => {
    const receiver = await startReceiver();
    receiver.answer = ({ path }) => {
      if (path === '/moved') return { status: 307, headers: { location: `${receiver.url}/elsewhere` } };
      return 503;
    };
    const cases: [url: string, status: number | null, error: string][] = [
      [`${receiver.url}/moved`, 307, 'Answered 307; redirects are not followed.'],
      [`${receiver.url}/down`, 503, 'Answered 503.'],
      ['http://127.0.0.1:1/', null, 'No answer: ECONNREFUSED.'],
      ['https://nobody.invalid/', null, 'No answer: ENOTFOUND.'],
    ];
    const made = await Promise.all(cases.map(([url]) => seedWebhook(app, { url })));
    await happen(app, newStream());
    for (const [index, webhook] of made.entries()) {
      const [, lastStatus, lastError] = cases[index] ?? [];
      const tried = await untilDelivery(app, webhook, ({ attempts }) => attempts > 0);
      expect(tried).toMatchObject({ state: 'PENDING', lastStatus, lastError, settledAt: null });
      expect(Date.parse(tried.nextAttemptAt ?? '')).toBeGreaterThan(Date.parse(tried.lastAttemptAt ?? ''));
    }
    expect(receiver.calls.filter(({ path }) => path === '/elsewhere')).toEqual([]);
  });

  it('whose server asks for it is left alone for so long, all its streams', async () => {
    const receiver = await startReceiver();
    receiver.answer = () => (receiver.calls.length === 1 ? { status: 429, headers: { 'retry-after': '3' } } : 204);
    const webhook = await seedWebhook(app, { url: `${receiver.url}/busy` });
    await happen(app, newStream());
    const tried = await untilDelivery(app, webhook, ({ attempts }) => attempts === 1);
    expect(tried).toMatchObject({ lastStatus: 429, lastError: 'Answered 429.' });
    await happen(app, newStream());
    const calls = await receiver.untilCalls('/busy', 3);
    for (const { at } of calls.slice(1)) expect(at - (calls[0]?.at ?? 0)).toBeGreaterThan(2_900);
  });

  it('whose server says that it is gone is disabled, and what waits is parked, to be replayed', async () => {
    const receiver = await startReceiver();
    receiver.answer = () => 410;
    const webhook = await seedWebhook(app, { url: `${receiver.url}/gone` });
    const stream = newStream();
    await happen(app, stream, 3);
    const last = await untilDelivery(app, webhook, ({ state }) => state === 'PARKED');
    expect(last).toMatchObject({ lastStatus: 410, attempts: 1 });
    const parked = await deliveriesOf(app, webhook, 'PARKED');
    expect(parked.map(({ attempts, seq }) => [seq, attempts]).toReversed()[0]).toEqual([1, 1]);
    expect(receiver.calls).toHaveLength(1);

    receiver.answer = () => 204;
    const { id, token } = webhook;
    await execute(app, token, webhooks.updateWebhook, { input: { id, enabled: true } });
    // Those behind it may be on their way to being parked.
    await eventually(
      'All replayed',
      async () => {
        expectPayload((await execute(app, token, webhooks.replayParkedDeliveries, { id })).replayParkedDeliveries);
        return deliveriesOf(app, webhook);
      },
      (all) => all.length === 3 && all.every(({ state }) => state === 'DELIVERED'),
    );
    const [first, again, ...rest] = receiver.calls;
    expect([again?.id, again?.body]).toEqual([first?.id, first?.body]);
    expect([again, ...rest].map((call) => call?.data.seq)).toEqual([1, 2, 3]);
  });

  it('is told of battles, but not of those within a group', async () => {
    const receiver = await startReceiver();
    await seedWebhook(app, { url: `${receiver.url}/battles`, events: ['battle.cancelled'] });
    const { id: groupId, owner } = await seedGroup(app);
    const within = await created(app, owner, { groupId });
    const open = await created(app, owner);
    for (const battle of [within, open]) expectPayload(await cancel(app, battle, owner));
    const calls = await receiver.untilCalls('/battles', 1);
    expect(calls.map(({ data }) => data['battleId'])).toEqual([open.id]);
    const { rows } = await app.services.pool.query(`select stream from webhook_delivery where stream like 'Battle:%'`);
    expect(rows).toHaveLength(1);
  });
});
