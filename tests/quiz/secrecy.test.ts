import { expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { send } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { everyField } from './everyField.ts';
import { Following, goOn, only, pollAll, revealAs, roomWith, run, stateOf, tryAnswer, unhurried } from './play.ts';
import { kick, leave } from './seedRoom.ts';

const node = `query ($id: ID!) {
  node(id: $id) {
    ... on QuizRoom ${everyField('QuizRoom')}
    ... on Quiz ${everyField('Quiz')}
    ... on User ${everyField('User')}
    ... on Scoreboard ${everyField('Scoreboard')}
  }
}`;
const board = `query ($id: ID!, $userId: ID!) {
  node(id: $id) {
    ... on Scoreboard { entry(userId: $userId) ${everyField('ScoreboardEntry')} around(userId: $userId) ${everyField('ScoreboardEntry')} }
  }
}`;
const mine = `{ myQuizRooms { edges { node ${everyField('QuizRoom')} } } me { events { edges { cursor node { __typename seq at } } } } }`;
const standings = `subscription ($id: ID!) { standings(scoreboardId: $id) ${everyField('Standings')} }`;

type Seed = Awaited<ReturnType<typeof roomWith<'ada' | 'ben' | 'cleo' | 'dan' | 'eve'>>>;

/** Somebody's room, and all that anybody reads of it by and by. */
class Story {
  readonly read: unknown[] = [];
  readonly #app: App;
  readonly #seed: Seed;
  readonly #stranger: TestPlayer;
  readonly #live: Following[];

  private constructor(app: App, seed: Seed, stranger: TestPlayer) {
    this.#app = app;
    this.#seed = seed;
    this.#stranger = stranger;
    this.#live = [seed.ada, seed.ben, seed.host].map((viewer) => new Following(app, seed.room, viewer));
  }

  /** The first question is the same in all stories; of the second, that one is right. */
  static async begin(app: App, right: number[]): Promise<Story> {
    const options = ['one', 'two', 'three'];
    const questions = [
      { body: 'First?', options, correctOptions: [2], explanation: 'First.' },
      { body: 'Second?', options, correctOptions: right, explanation: `Because of ${right.join()}.` },
      { body: 'Third?', options, correctOptions: right, explanation: `Because of ${right.join()}.` },
    ];
    const seed = await roomWith(app, ['ada', 'ben', 'cleo', 'dan', 'eve'], { questions });
    return new Story(app, seed, await seedPlayer(app));
  }

  get seed(): Seed {
    return this.#seed;
  }

  /** Everything there is to be read, by everyone. */
  async look(label: string): Promise<void> {
    const { room: place, host, ada, ben, cleo, eve } = this.#seed;
    const boardId = place.id.replace('QuizRoom:', 'Scoreboard:');
    for (const [name, viewer] of Object.entries({ host, ada, ben, cleo, eve, stranger: this.#stranger })) {
      const asks: [string, object][] = [
        [mine, {}],
        ...[place.id, place.quizId, boardId, ada.id].map((id): [string, object] => [node, { id }]),
        ...[ada.id, ben.id].map((userId): [string, object] => [board, { id: boardId, userId }]),
      ];
      const answers = await Promise.all(
        asks.map(([text, variables]) => send(this.#app, viewer.token, text, variables)),
      );
      for (const answer of answers) this.#note(`${label}, ${name}`, withoutOwnQuiz(answer));
    }
    for (const viewer of [host, ada, cleo]) this.#note(label, await pollAll(this.#app, place, viewer));
    const stream = subscribe(connect(this.#app, ada.token), standings, { id: boardId });
    this.#note(label, await stream.next());
    await stream.stop();
    const replay = new Following(this.#app, place, ben);
    const last = (await pollAll(this.#app, place, ben)).at(-1)?.seq;
    while (replay.seen.at(-1)?.seq !== last) await replay.next();
    this.#note(label, replay.seen);
    await replay.leave();
    for (const following of this.#live) {
      while (following.seen.at(-1)?.seq !== last) await following.next();
      this.#note(label, [...following.seen]);
    }
  }

  async answer(
    viewer: 'ada' | 'ben' | 'cleo' | 'dan' | 'eve' | 'host',
    index: number,
    options: number[],
  ): Promise<void> {
    const { room: place, [viewer]: person } = this.#seed;
    this.#note(`${viewer} answers ${options.join()}`, await tryAnswer(this.#app, place, person, index, options));
  }

  /** The count is told once the clock has moved on. */
  async counted(clock: ManualClock, answered: number): Promise<void> {
    const told = async () => {
      clock.advance(500);
      return only(await pollAll(this.#app, this.#seed.room, this.#seed.host), 'AnswerCounted').at(-1)?.answered;
    };
    await eventually('The count', told, (count) => count === answered);
  }

  async act(action: Parameters<typeof run>[3]): Promise<void> {
    this.#note(action, await run(this.#app, this.#seed.room, this.#seed.host, action));
  }

  /** What was read, with ids and moments by the order in which they come up. */
  get normal(): string[] {
    const names = new Map<string, string>();
    const name = (kind: string) => (found: string) => {
      const known = names.get(found) ?? `${kind} ${names.size}`;
      names.set(found, known);
      return known;
    };
    const { room: place, host, ada, ben, cleo, dan, eve } = this.#seed;
    for (const [known, is] of Object.entries({ pin: place.pin, code: place.inviteCode })) names.set(is, known);
    const people = { host, ada, ben, cleo, dan, eve, stranger: this.#stranger };
    for (const [known, { handle }] of Object.entries(people)) names.set(handle, known);
    const fixed = new RegExp(
      [place.pin, place.inviteCode, ...Object.values(people).map(({ handle }) => handle)].join('|'),
      'g',
    );
    return this.read.map((one) =>
      JSON.stringify(one, cursorsRead, 1)
        .replaceAll(fixed, (found) => names.get(found) ?? found)
        .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, name('id'))
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment')
        .replaceAll(/"(answeredAt|elapsedMs|remainingMs|version)": (?:"[^"]*"|\d+)/g, '"$1": some'),
    );
  }

  #note(label: string, what: unknown): void {
    this.read.push({ label, what });
  }
}

/** What the author sees of a quiz of theirs is no secret. */
function withoutOwnQuiz(answer: unknown): unknown {
  const own = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && 'questions' in value && 'author' in value
      ? { ...value, questions: Array.isArray(value.questions) }
      : value;
  return JSON.parse(JSON.stringify(answer, own));
}

/** Cursors by what is in them, which is ids and numbers. */
function cursorsRead(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const read = Buffer.from(value, 'base64url').toString('latin1');
  return /^[\x20-\x7E]+$/.test(read) && read.includes(':') && value.length > 20
    ? read.replace(/^[\da-f]{16}\./, '')
    : value;
}

it('nothing that anybody reads tells what is right before it is revealed', async () => {
  const clock = new ManualClock();
  // No worker: nothing happens but what is done here.
  const app = await startApp({ clock, env: { ...unhurried, ROLE: 'http,live' } });
  const stories = await Promise.all([[0], [0, 1]].map((right) => Story.begin(app, right)));
  const each = async (act: (story: Story) => Promise<unknown>) => {
    for (const story of stories) await act(story);
  };
  await each((story) => story.act('START'));
  await each((story) => story.answer('ada', 0, [2]));
  await each(({ seed: { room: place, host } }) => revealAs(app, place, host));
  await each((story) => story.look('between'));
  await each(({ seed: { room: place, host } }) => goOn(app, place, host));

  // Each story has somebody who is right, and somebody who is not, others in each.
  clock.advance(1_000);
  for (const [index, [viewer, options]] of (
    [
      ['ada', [0]],
      ['ben', [1]],
      ['cleo', [0, 1]],
      ['eve', [1]],
    ] as const
  ).entries()) {
    await each((story) => story.answer(viewer, 1, [...options]));
    // Each is told by itself, in every story.
    await each((story) => story.counted(clock, index + 1));
  }
  await each((story) => story.answer('host', 1, [0]));
  for (const viewer of ['ada', 'ben', 'cleo'] as const) {
    for (const options of [[0], [1], [2], [0, 1], [3], []]) await each((story) => story.answer(viewer, 1, options));
  }
  await each((story) => story.look('while it is asked'));
  await each(({ seed: { room: place, cleo } }) => leave(app, place, cleo));
  await each(({ seed: { room: place, eve } }) => kick(app, place, eve));
  await each((story) => story.answer('eve', 1, [1]));
  await each((story) => story.act('PAUSE'));
  await each((story) => story.answer('ada', 1, [0]));
  await each((story) => story.answer('dan', 1, [0]));
  await each((story) => story.act('RESUME'));
  await each((story) => story.look('going on'));

  const [first = [], ...others] = stories.map(({ normal }) => normal);
  expect(first.length).toBeGreaterThan(150);
  expect(first.join('\n')).toContain('Second?');
  for (const read of first) expect(read).not.toMatch(/Because|Third/);
  for (const other of others) {
    for (const [index, read] of other.entries()) expect(read).toBe(first[index]);
    expect(other).toHaveLength(first.length);
  }
  // The same reading does tell once it is revealed.
  await each(({ seed: { room: place, host } }) => revealAs(app, place, host, 1));
  await each((story) => story.look('revealed'));
  const told = stories.map(({ normal }) => normal.slice(first.length));
  expect(told[0]?.join('\n')).toContain('Because of 0.');
  for (const other of told.slice(1)) {
    const differing = other.filter((read, index) => read !== told[0]?.[index]);
    expect(differing.length).toBeGreaterThan(20);
  }
  expect(told.join('\n')).not.toContain('Third');
  const [story] = stories;
  if (!story) throw new Error('No story');
  expect((await stateOf(app, story.seed.room, story.seed.ada)).myAnswer).toMatchObject({ correct: true });
});
