import { describe, expect, it } from 'vitest';
import type { JoinQuizRoomInput } from '../gql/graphql.ts';
import { startApp, type App } from '../harness/app.ts';
import { expectError, expectPayload, send } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { run, stateOf, unhurried } from './play.ts';
import * as documents from './roomDocuments.ts';
import { seedRoom } from './seedRoom.ts';

let app: App;
onOneNode(
  {
    env: { LIMITS: `${unhurried.LIMITS},pinGuesses=1000/1,pinGuessesPerHour=1000/1,pinGuessesPerDay=1000/1` },
  },
  (node) => void (app = node),
);

async function enter(node: App, { token }: TestPlayer, input: JoinQuizRoomInput) {
  const { data, errors } = await send(node, token, documents.joinQuizRoom, { input });
  return data?.joinQuizRoom ?? { __typename: errors.map(({ extensions }) => extensions.code).join() };
}
const come = async (input: JoinQuizRoomInput) => enter(app, await seedPlayer(app), input);

describe('a room is entered', () => {
  it('under a name that offends nobody, where that is the setting', async () => {
    const strict = await seedRoom(app, { players: 0, settings: { wordFilter: true } });
    expectError(await come({ pin: strict.pin, displayName: 'f u c k' }), 'InvalidInputError');
    expect((await come({ pin: strict.pin, displayName: 'Dickens' })).__typename).toBe('JoinQuizRoomPayload');
    const lax = await seedRoom(app, { players: 0, settings: { wordFilter: false } });
    expect((await come({ pin: lax.pin, displayName: 'f u c k' })).__typename).toBe('JoinQuizRoomPayload');
  });

  it('by its PIN, spaces or none, or by its code', async () => {
    const { pin, inviteCode, ...room } = await seedRoom(app, { players: 0 });
    const ways = [{ pin }, { pin: ` ${[...pin].join(' ')}\n` }, { inviteCode }, { inviteCode: ` ${inviteCode} ` }];
    for (const way of ways) expect((await come(way)).__typename).toBe('JoinQuizRoomPayload');
    expect((await stateOf(app, room, room.host)).memberCount).toBe(5);
  });

  it('by its code alone where that is the setting', async () => {
    const { pin, inviteCode, id, host } = await seedRoom(app, { players: 0, settings: { pinEntry: false } });
    expect(pin).toBe('');
    expect((await stateOf(app, { id }, host)).pin).toBeNull();
    expect((await come({ pin: '' })).__typename).toBe('RoomNotFoundError');
    expect((await come({ inviteCode })).__typename).toBe('JoinQuizRoomPayload');
  });

  it('not by both, neither, or what opens nothing', async () => {
    const { pin, inviteCode } = await seedRoom(app, { players: 0 });
    for (const input of [{}, { pin, inviteCode }, { pin: null, inviteCode: null }]) {
      expect((await come(input)).__typename).toBe('InvalidInputError');
    }
    const odd = [
      '',
      ' ',
      '\u0000',
      `${pin}\u0000`,
      '\ud800',
      "' or true --",
      '%',
      '9'.repeat(10_000),
      `+${pin}`,
      `${pin}0`,
    ];
    for (const text of odd) {
      expect((await come({ pin: text })).__typename, JSON.stringify(text)).toBe('RoomNotFoundError');
      expect((await come({ inviteCode: text })).__typename, JSON.stringify(text)).toBe('RoomNotFoundError');
    }
    // One does not open for the other.
    expect((await come({ inviteCode: pin })).__typename).toBe('RoomNotFoundError');
    expect((await come({ pin: inviteCode })).__typename).toBe('RoomNotFoundError');
  });

  it('under a name that is one, whatever was sent', async () => {
    const { inviteCode } = await seedRoom(app, { players: 0 });
    for (const displayName of ['', ' ', '\u0000', 'a\u0000b', '\ud800', 'x'.repeat(25), 'a\u202eb', '\u200b']) {
      expect((await come({ inviteCode, displayName })).__typename, JSON.stringify(displayName)).toBe(
        'InvalidInputError',
      );
    }
    expectPayload(await come({ inviteCode, displayName: '  Zoë   Ann ' }));
    expect((await come({ inviteCode, displayName: 'ZOË ANN' })).__typename).toBe('NameTakenError');
  });

  it('for no reason that is none is anybody kicked', async () => {
    const room = await seedRoom(app, { players: 1 });
    const [ada] = room.players;
    for (const reason of ['', '\u0000', 'a\u0000', '\ud800', 'x'.repeat(201)]) {
      const input = { roomId: room.id, userId: ada?.id ?? '', reason };
      const { data, errors } = await send(app, room.host.token, documents.kickPlayer, { input });
      expect(data?.kickPlayer.__typename ?? errors, JSON.stringify(reason)).toBe('InvalidInputError');
    }
    expect((await stateOf(app, room, room.host)).memberCount).toBe(2);
  });
});

it('three wrong PINs in half a minute are all that somebody may try, and right ones are none of them', async () => {
  const node = await startApp();
  const room = await seedRoom(node, { players: 0 });
  const ada = await seedPlayer(node);
  const wrong = { pin: room.pin === '135790' ? '135791' : '135790' };
  expectPayload((await enter(node, ada, { pin: room.pin })) as never);
  for (let count = 0; count < 3; count += 1) {
    expect((await enter(node, ada, wrong)).__typename).toBe('RoomNotFoundError');
    if (count < 2) expect((await enter(node, ada, { pin: room.pin })).__typename).toBe('JoinQuizRoomPayload');
  }
  expect((await enter(node, ada, wrong)).__typename).toBe('RATE_LIMITED');
  expect((await enter(node, ada, { pin: room.pin })).__typename).toBe('RATE_LIMITED');
  expect((await enter(node, await seedPlayer(node), { pin: room.pin })).__typename).toBe('JoinQuizRoomPayload');
  expect(await run(node, room, room.host, 'END')).toBe('EndQuizPayload');
  expectError(await enter(node, await seedPlayer(node), { pin: room.pin }), 'RoomNotFoundError');
});
