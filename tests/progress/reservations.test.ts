import { describe, expect, it } from 'vitest';
import { globalBoardId } from '../../entities/scoreboard.ts';
import { atOnce, tally } from '../game/tally.ts';
import { startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { seedService, seedUsers, type TestService } from '../harness/seedService.ts';
import * as documents from './documents.ts';
import { coinsOf, confirm, eventsOf, longLived, reserve, rollBack, type Wish } from './people.ts';

const noon = Date.parse('2026-11-21T12:00:00Z');
const fiveMinutes = 5 * 60_000;
/** Serves requests and nothing else: no deadline clock runs on it. */
const noWorker = { ROLE: 'http' };

async function start(options: Parameters<typeof startApp>[0] = {}) {
  const clock = new ManualClock(noon);
  const app = await startApp({ clock, ...options });
  const service = await seedService(app);
  const ada = await longLived(app);
  return { clock, app, service, ada };
}

const reserved = async (app: App, service: TestService, userId: string, wish: Wish) =>
  expectPayload(await reserve(app, service, userId, wish)).reservation;

const statusOf = async (app: App, { token }: TestService, id: string) => {
  const { node } = await execute(app, token, documents.reservationByNode, { id });
  return node?.__typename === 'Reservation' ? node.status : undefined;
};

describe('coins taken aside', () => {
  it('are spent once it is confirmed, and back once it is rolled back; each as often as one asks', async () => {
    const { app, service, ada } = await start();
    const hat = await reserved(app, service, ada.id, { reservationId: 'hat', amount: 400 });
    expect(hat).toEqual({
      id: expect.stringMatching(/^Reservation:[0-9a-f-]{36}$/),
      amount: 400,
      purpose: 'A hat',
      status: 'RESERVED',
      expiresAt: '2026-11-21T12:05:00.000Z',
      user: { id: ada.id, coins: 600 },
    });
    expect(await reserved(app, service, ada.id, { reservationId: 'hat', amount: 400 })).toEqual(hat);
    await reserved(app, service, ada.id, { reservationId: 'coat', amount: 600 });
    expect(await coinsOf(app, service, ada.id)).toBe(0);
    for (let count = 0; count < 2; count += 1) {
      expect(expectPayload(await confirm(app, service, 'hat')).reservation).toMatchObject({
        id: hat.id,
        status: 'CONFIRMED',
      });
      expect(expectPayload(await rollBack(app, service, 'coat')).reservation.status).toBe('ROLLED_BACK');
    }
    expect(await coinsOf(app, service, ada.id)).toBe(600);
    expect(expectError(await rollBack(app, service, 'hat'), 'ReservationSettledError').status).toBe('CONFIRMED');
    expect(expectError(await confirm(app, service, 'coat'), 'ReservationSettledError').status).toBe('ROLLED_BACK');
    // A retry of what came first is answered with what came of it.
    expect((await reserved(app, service, ada.id, { reservationId: 'hat', amount: 400 })).status).toBe('CONFIRMED');
    expect(expectPayload(await confirm(app, service, hat.id)).reservation.status).toBe('CONFIRMED');
    // One's own id may look like one of the server's.
    const lookalike = `Reservation:${globalBoardId}`;
    const { id } = await reserved(app, service, ada.id, { reservationId: lookalike });
    for (const known of [lookalike, id]) {
      expect(expectPayload(await rollBack(app, service, known)).reservation.status).toBe('ROLLED_BACK');
    }
    expect(await coinsOf(app, service, ada.id)).toBe(600);
  });

  it('are there: nobody takes more than one has', async () => {
    const { app, service, ada } = await start();
    await reserved(app, service, ada.id, { reservationId: 'hat', amount: 700 });
    const error = expectError(
      await reserve(app, service, ada.id, { reservationId: 'coat', amount: 301 }),
      'NotEnoughCoinsError',
    );
    expect([error.coins, error.needed]).toEqual([300, 301]);
    expect(await eventsOf(app, ada)).toHaveLength(1);
    expectPayload(await rollBack(app, service, 'hat'));
    // Its id was not used up by that.
    expect((await reserved(app, service, ada.id, { reservationId: 'coat', amount: 1000 })).user.coins).toBe(0);
  });

  it('are somebody’s, for something, under an id that is good for nothing else', async () => {
    const { app, service, ada } = await start();
    const [ben = ''] = await seedUsers(app, service, 1);
    const hat = { reservationId: 'hat', amount: 300, purpose: 'A hat' };
    await reserved(app, service, ada.id, hat);
    for (const [who, other] of [
      [ben, {}],
      [ada.id, { amount: 301 }],
      [ada.id, { purpose: 'a hat' }],
    ] as const) {
      const error = expectError(await reserve(app, service, who, { ...hat, ...other }), 'InvalidInputError');
      expect(error.fields.map(({ field }) => field)).toEqual(['reservationId']);
    }
    const refused: [wish: Partial<Wish>, fields: string[]][] = [
      [{ amount: 0 }, ['amount']],
      [{ amount: -300 }, ['amount']],
      [{ purpose: '' }, ['purpose']],
      [{ purpose: 'x'.repeat(121) }, ['purpose']],
      [{ purpose: 'a\u0000' }, ['purpose']],
      [{ reservationId: '' }, ['reservationId']],
      [{ reservationId: 'x'.repeat(129) }, ['reservationId']],
      [{ reservationId: '\ud800' }, ['reservationId']],
    ];
    for (const [wish, fields] of refused) {
      const error = expectError(
        await reserve(app, service, ben, { ...hat, reservationId: 'b', ...wish }),
        'InvalidInputError',
      );
      expect(error.fields.map(({ field }) => field)).toEqual(fields);
    }
    expectError(await reserve(app, service, `User:${globalBoardId}`, { reservationId: 'b' }), 'NotFoundError');
    for (const id of ['none', '', 'a\u0000', '\ud800', `Reservation:${globalBoardId}`, 'Reservation:x']) {
      expectError(await confirm(app, service, id), 'NotFoundError');
      expectError(await rollBack(app, service, id), 'NotFoundError');
    }
    expect([await coinsOf(app, service, ada.id), await coinsOf(app, service, ben)]).toEqual([700, 1000]);
  });

  it('are seen by whom they belong to and by services of that scope', async () => {
    const { app, service, ada } = await start();
    const [ben, scores] = [await longLived(app), await seedService(app, ['scores:write'])];
    const { id } = await reserved(app, service, ada.id, { reservationId: 'hat' });
    for (const { token } of [ada, service]) {
      const { node } = await execute(app, token, documents.reservationByNode, { id });
      expect(node).toMatchObject({ id, status: 'RESERVED', amount: 300, user: { id: ada.id } });
    }
    for (const { token } of [ben, scores]) {
      expect(await errorCodes(app, token, documents.reservationByNode, { id })).toEqual(['FORBIDDEN']);
    }
    expect(await coinsOf(app, scores, ada.id)).toBe(700);
    expect((await execute(app, ben.token, documents.balance, { id: ada.id })).node).toMatchObject({ coins: null });
  });
});

describe('coins that nobody confirms', () => {
  it('go back after five minutes, by the clock alone', async () => {
    const { clock, app, service, ada } = await start();
    const { id } = await reserved(app, service, ada.id, { reservationId: 'hat' });
    clock.advance(1);
    const later = await reserved(app, service, ada.id, { reservationId: 'coat' });
    clock.advance(fiveMinutes - 1);
    await eventually(
      'The coins',
      () => coinsOf(app, service, ada.id),
      (coins) => coins === 700,
    );
    expect([await statusOf(app, service, id), await statusOf(app, service, later.id)]).toEqual(['EXPIRED', 'RESERVED']);
    expectPayload(await confirm(app, service, 'coat'));
    clock.advance(fiveMinutes);
    for (const settle of [confirm, rollBack]) {
      expect(expectError(await settle(app, service, 'hat'), 'ReservationSettledError').status).toBe('EXPIRED');
    }
    expect(await coinsOf(app, service, ada.id)).toBe(700);
    expect((await eventsOf(app, ada)).at(-1)).toMatchObject({ amount: 300, reason: 'REFUND', coins: 700 });
  });

  it('go back to the millisecond, although no clock runs', async () => {
    const { clock, app, service, ada } = await start({ env: noWorker });
    for (const reservationId of ['hat', 'coat', 'shoes']) await reserved(app, service, ada.id, { reservationId });
    clock.advance(fiveMinutes - 1);
    expectPayload(await confirm(app, service, 'hat'));
    clock.advance(1);
    expect(expectError(await confirm(app, service, 'coat'), 'ReservationSettledError').status).toBe('EXPIRED');
    expect(await coinsOf(app, service, ada.id)).toBe(400);
    // Also when it is only asked for again.
    expect((await reserved(app, service, ada.id, { reservationId: 'shoes' })).status).toBe('EXPIRED');
    expect(await coinsOf(app, service, ada.id)).toBe(700);
  });

  it('go back once, with two clocks and a late service', async () => {
    const { clock, app, service, ada } = await start();
    const beside = await startApp({ beside: app, clock });
    const ids = Array.from({ length: 10 }, (_, index) => `r-${index}`);
    for (const reservationId of ids) await reserved(app, service, ada.id, { reservationId, amount: 100 });
    clock.advance(fiveMinutes);
    const late = await Promise.all(ids.map((id, index) => confirm(index % 2 ? app : beside, service, id)));
    for (const answer of late) expect(expectError(answer, 'ReservationSettledError').status).toBe('EXPIRED');
    expect(await coinsOf(app, service, ada.id)).toBe(1000);
    expect(await eventsOf(app, ada)).toHaveLength(20);
  });
});

describe('at once over two nodes', () => {
  it('a reservation is made once, and settled one way', async () => {
    const { clock, app, service, ada } = await start();
    const beside = await startApp({ beside: app, clock });
    const node = (index: number) => (index % 2 ? app : beside);
    let coins = 1000;
    for (let round = 0; round < 6; round += 1) {
      const reservationId = `r-${round}`;
      const made = await atOnce(10, (index) => reserve(node(index), service, ada.id, { reservationId, amount: 100 }));
      expect(new Set(made.map((answer) => expectPayload(answer).reservation.id)).size).toBe(1);
      const settled = await atOnce(10, async (index) =>
        index % 4 < 2 ? confirm(node(index), service, reservationId) : rollBack(node(index), service, reservationId),
      );
      const kinds = Object.keys(tally(settled.map(({ __typename }) => __typename))).toSorted();
      expect([
        ['ConfirmReservationPayload', 'ReservationSettledError'],
        ['ReservationSettledError', 'RollBackReservationPayload'],
      ]).toContainEqual(kinds);
      if (kinds[0] === 'ConfirmReservationPayload') coins -= 100;
      expect(await coinsOf(app, service, ada.id)).toBe(coins);
    }
  });

  it('nobody spends what they do not have', async () => {
    const { clock, app, service, ada } = await start();
    const beside = await startApp({ beside: app, clock });
    const answers = await atOnce(20, (index) =>
      reserve(index % 2 ? app : beside, service, ada.id, { reservationId: `r-${index}`, amount: 150 }),
    );
    expect(tally(answers.map(({ __typename }) => __typename))).toEqual({
      ReserveCoinsPayload: 6,
      NotEnoughCoinsError: 14,
    });
    expect(await coinsOf(app, service, ada.id)).toBe(100);
  });
});
