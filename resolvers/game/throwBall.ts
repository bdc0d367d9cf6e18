import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Hop, Throw } from '../../entities/throw.ts';
import { isOpen } from '../../rules/settle.ts';
import { throwBall as throwByRule, type Sealing } from '../../rules/throw.ts';
import { badUserInput, requireViewer } from '../badRequest.ts';
import type { Arrival, Context, Viewer } from '../context.ts';
import { InvalidInputError, NotFoundError, type InvalidField } from '../errors.ts';
import { changedThrow } from './changedThrow.ts';
import { changeGame } from './changeGame.ts';
import { known } from './newcomer.ts';

export interface ThrowBallInput {
  gameId: string;
  cupId?: string | null | undefined;
  sealed?: string | null | undefined;
  nonce?: string | null | undefined;
  thrownAt?: Date | null | undefined;
  commitment?: string | null | undefined;
}

export interface ThrownBall {
  thrown: Throw;
  /** The server-made secret, while the throw is open. */
  answerKey: string | null;
}

/** What is thrown, however it came. */
interface Aim {
  sealing: Sealing;
  aimedAt: string;
  nonce: string;
  thrownAt: number;
}

/**
 * Decides a throw. One that breaks a rule is recorded as REJECTED; an identical retry gets the same throw again.
 */
export async function throwBall(context: Context, input: ThrowBallInput): Promise<ThrownBall> {
  const viewer = requireViewer(context);
  const { services, arrival } = context;
  const { throwSecrets } = services;
  const aim = await takeAim(context, viewer, input);
  const { aimedAt, nonce } = aim;
  const throwId = uuid();
  const trail = trailOf(viewer, arrival);
  let thrownId = throwId;
  const changed = await changeGame(
    services,
    input.gameId,
    { userId: viewer.userId, nonce },
    ({ state, actor, nonceUses }, now) => {
      const same = nonceUses.find((use) => use.gameId === state.id && use.aimedAt === aimedAt);
      thrownId = same?.throwId ?? throwId;
      if (same) return { state, events: [] };
      const serverSecret = !input.commitment;
      const commitment = input.commitment ?? throwSecrets.commitmentTo(throwSecrets.secretFor(throwId));
      return throwByRule(
        state,
        {
          ...aim,
          throwId,
          thrower: known(actor).person,
          commitment,
          serverSecret,
          receivedAt: arrival.at,
          elapsedMs: performance.now() - arrival.mark,
          replayed: nonceUses.length > 0,
          trail,
        },
        now,
      );
    },
  );
  if (!changed) throw new NotFoundError('game');
  const ball = changed.outcome.state.throws.find(({ id }) => id === thrownId);
  // A retry of a throw that is over finds it settled, and so not among the game's open ones.
  const answerKey = ball && isOpen(ball) && ball.serverSecret ? throwSecrets.secretFor(thrownId) : null;
  services.gamesOfThrows.set(thrownId, input.gameId);
  return { thrown: await changedThrow(context.em, changed, thrownId), answerKey };
}

const noncePattern = /^[\x21-\x7e]{8,128}$/;
const commitmentPattern = /^[A-Za-z0-9_-]{43}$/;
/** Times the database keeps, whatever its time zone. A clock beyond them is as STALE as one there. */
const oldest = Date.UTC(1970);
const newest = Date.UTC(9999);

async function takeAim({ services }: Context, viewer: Viewer, input: ThrowBallInput): Promise<Aim> {
  const { cupId, sealed, nonce, thrownAt, commitment } = input;
  const wrong: InvalidField[] = [];
  if (typeof commitment === 'string' && !commitmentPattern.test(commitment)) {
    wrong.push({
      field: 'commitment',
      message: 'must be the unpadded base64url SHA-256 of your secret, 43 characters.',
    });
  }
  if (!cupId === !sealed) wrong.push({ field: 'cupId', message: 'give either cupId or sealed.' });
  if (cupId && (!nonce || !noncePattern.test(nonce))) {
    wrong.push({
      field: 'nonce',
      message: 'must be 8 to 128 printable ASCII characters of your choice, new for each throw.',
    });
  }
  if (cupId && !thrownAt)
    wrong.push({ field: 'thrownAt', message: 'must say when the ball was thrown by your clock.' });
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  if (cupId && nonce && thrownAt) {
    const sealing = services.policy.requireSealedThrows ? 'SEAL_REQUIRED' : 'CLEAR';
    return { sealing, aimedAt: cupId, nonce, thrownAt: keepable(thrownAt) };
  }
  if (!sealed) throw badUserInput('Give either cupId or sealed.');
  const opened = await services.seals.open(sealed);
  if (opened && opened.sub === viewer.userId && opened.gameId === input.gameId && noncePattern.test(opened.nonce)) {
    return { sealing: 'OPENED', aimedAt: opened.cupId, nonce: opened.nonce, thrownAt: keepable(opened.thrownAt) };
  }
  // Nothing in it can be trusted; its own hash makes a retry in this game the same throw. No client's nonce has a space.
  const digest = createHash('sha256').update(`${input.gameId} ${sealed}`).digest('base64url');
  return { sealing: 'UNREADABLE', aimedAt: 'unreadable', nonce: `sealed ${digest}`, thrownAt: services.clock.now() };
}

function keepable(time: Date): number {
  return Math.min(Math.max(time.getTime(), oldest), newest);
}

function trailOf(viewer: Viewer, { at, mark, authenticatedMark }: Arrival): Hop[] {
  const detail = `token of ${viewer.handle} by ${viewer.issuer}`;
  return [
    { name: 'RECEIVED', outcome: 'PASSED', at, elapsedMs: 0, detail: null },
    { name: 'AUTHENTICATED', outcome: 'PASSED', at, elapsedMs: Math.max(0, authenticatedMark - mark), detail },
  ];
}
