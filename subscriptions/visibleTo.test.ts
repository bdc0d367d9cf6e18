import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { gameEvent, type GameEvent } from './gameEvent.ts';
import { quizRoomEvent, type QuizRoomEvent } from './quizRoomEvent.ts';
import { gameEventEyes, gameEventVisibleTo, quizRoomEventEyes, quizRoomEventVisibleTo } from './visibleTo.ts';

/** Few, so that people of an event are often the same, and often the viewer. */
const ids = ['ada', 'ben', 'cleo'];

/** Whatever a schema of an event allows; a kind of schema that events do not use yet has to be added here. */
function valueOf(schema: z.core.$ZodType, name = ''): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries<z.core.$ZodType>(schema.shape);
    const requiredKeys = shape.filter(([, value]) => !(value instanceof z.ZodOptional)).map(([key]) => key);
    return fc.record(Object.fromEntries(shape.map(([key, value]) => [key, valueOf(value, key)])), { requiredKeys });
  }
  if (schema instanceof z.ZodArray) return fc.array(valueOf(schema.element), { maxLength: 5 });
  if (schema instanceof z.ZodOptional) return valueOf(schema.unwrap(), name);
  if (schema instanceof z.ZodNullable) return fc.option(valueOf(schema.unwrap(), name), { freq: 4 });
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodNumber) return fc.nat();
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodString) return /^(id|userId)$/.test(name) ? fc.constantFrom(...ids) : fc.string();
  throw new Error(`Nothing is known of ${schema._zod.def.type}, of which ${name} is`);
}

type RoomEvent<Type> = Extract<QuizRoomEvent, { type: Type }>;

const kinds = gameEvent.options.map((schema): [type: string, events: fc.Arbitrary<GameEvent>] => [
  schema.shape.type.value,
  valueOf(schema).map((event) => gameEvent.parse(event)),
]);
const viewers = fc.constantFrom('', 'nobody', ...ids);

describe.each(kinds)('%s', (_, events) => {
  it('is the same for all who have no eyes for more of it', () => {
    fc.assert(
      fc.property(events, viewers, (event, viewer) => {
        fc.pre(!gameEventEyes(event).includes(viewer));
        expect(gameEventVisibleTo(viewer, event)).toEqual(gameEventVisibleTo('', event));
      }),
    );
  });

  it('is shown whole to who has', () => {
    fc.assert(
      fc.property(events, (event) => {
        for (const viewer of gameEventEyes(event)) expect(gameEventVisibleTo(viewer, event)).toEqual(event);
      }),
    );
  });

  it('names nobody who sees no more than others could', () => {
    fc.assert(
      fc.property(events, (event) => {
        const remarks = 'hops' in event && event.hops.some(({ detail }) => detail !== null);
        const differs = gameEventEyes(event).some(
          (viewer) =>
            JSON.stringify(gameEventVisibleTo(viewer, event)) !== JSON.stringify(gameEventVisibleTo('', event)),
        );
        expect(differs).toBe(remarks);
      }),
    );
  });

  it('shows others everything but remarks, and leaves the event as it is', () => {
    fc.assert(
      fc.property(events, (event) => {
        const before = structuredClone(event);
        const seen = gameEventVisibleTo('', event);
        expect(event).toEqual(before);
        const bare =
          'hops' in before ? { ...before, hops: before.hops.map((hop) => ({ ...hop, detail: null })) } : before;
        expect(seen).toEqual(bare);
      }),
    );
  });
});

const roomKinds = quizRoomEvent.options.map((schema): [type: string, events: fc.Arbitrary<QuizRoomEvent>] => [
  schema.shape.type.value,
  valueOf(schema).map((event) => withOneResultEach(quizRoomEvent.parse(event))),
]);

function withOneResultEach(event: QuizRoomEvent): QuizRoomEvent {
  if (event.type !== 'QuestionRevealed') return event;
  return { ...event, results: [...new Map(event.results.map((result) => [result.userId, result])).values()] };
}

describe.each(roomKinds)('%s', (type, events) => {
  it('is shown whole, but for others’ results, and left as it is', () => {
    fc.assert(
      fc.property(events, viewers, (event, viewer) => {
        const before = structuredClone(event);
        const seen = quizRoomEventVisibleTo(viewer, event);
        expect(event).toEqual(before);
        const results = 'results' in event ? event.results.filter(({ userId }) => userId === viewer) : undefined;
        expect(seen).toEqual(results ? { ...event, results } : event);
      }),
    );
  });

  it('has eyes for those who have a result, each once', () => {
    fc.assert(
      fc.property(events, (event) => {
        const results = type === 'QuestionRevealed' ? (event as RoomEvent<'QuestionRevealed'>).results : [];
        expect(quizRoomEventEyes(event)).toEqual(results.map(({ userId }) => userId));
      }),
    );
  });
});

it('finds each of 2,000 people their own result without going through all of them each time', () => {
  let steps = 0;
  const userIds = Array.from({ length: 2_000 }, (_, index) => `user-${index}`);
  const results = userIds.map((userId) => {
    const none = { options: null, correct: false, points: 0, bonus: 0, streak: 0, score: 0, rank: 1 };
    return Object.defineProperty({ ...none, userId }, 'userId', { enumerable: true, get: () => (steps++, userId) });
  });
  const event: QuizRoomEvent = {
    type: 'QuestionRevealed',
    questionIndex: 0,
    correctOptions: [0],
    explanation: null,
    distribution: [0, 0],
    answered: 0,
    results,
    standings: [],
    deadline: null,
  };
  for (const [index, userId] of userIds.entries()) {
    expect(quizRoomEventEyes(event)).toHaveLength(userIds.length);
    const seen = quizRoomEventVisibleTo(userId, event);
    expect('results' in seen && seen.results[0]).toBe(results[index]);
  }
  expect(steps).toBe(userIds.length);
});
