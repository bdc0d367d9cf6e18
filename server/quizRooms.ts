import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { Batches } from '../resolvers/batches.ts';
import type { Clock } from '../resolvers/clock.ts';
import type { LiveNode } from '../resolvers/liveNode.ts';
import { Pulses } from '../resolvers/pulses.ts';
import { Attendance } from '../resolvers/quizRoom/attendance.ts';
import { pulseRoom } from '../resolvers/quizRoom/pulseRoom.ts';
import type { VersionedRoom } from '../resolvers/quizRoom/roomState.ts';
import type { AnswerResult, ArrivedAnswer, RoomOutcome, RoomWork } from '../resolvers/quizRoom/roomWork.ts';
import { UntoldRooms } from '../resolvers/quizRoom/untoldRooms.ts';
import type { OperationTracing } from '../resolvers/operationTracing.ts';
import type { Rooms, Services } from '../resolvers/services.ts';
import type { Say } from './log.ts';

/** Members of all the rooms that are remembered. */
const rememberedMembers = 50_000;
const mostTogether = 500;
/** Of the connections for requests, what changes of rooms take at most, and answers. */
const shares = { work: 0.4, answers: 0.2 };

export interface QuizRoomsOptions {
  /** For presence and looks, which no load of requests should hold up. */
  pool: Pool;
  clock: Clock;
  node: LiveNode;
  /** Connections there are for requests: see `shares`. */
  requestPoolSize: number;
  services(): Services;
  /** Whether this node looks after rooms that another left. */
  worker: boolean;
  /** Chance for PINs. */
  randomInt: (most: number) => number;
  warn: Say;
  tracing: OperationTracing | undefined;
}

/** What this node keeps for quiz rooms: queues, what it remembers, who is there. */
export function openQuizRooms(options: QuizRoomsOptions): {
  services: Rooms;
  stop(): void;
} {
  const { pool, clock, node, requestPoolSize, services, worker, randomInt, warn, tracing } = options;
  const width = (share: number) => Math.max(1, Math.floor(requestPoolSize * share));
  const now = () => clock.now();
  const pulses = new Pulses({
    clock,
    width: 1,
    pulse: (roomId) => pulseRoom(services(), attendance, roomId),
    failed: (error) => warn({ err: error }, 'a quiz room could not be told who came or answered; trying again'),
  });
  const pulse = (roomId: string) => pulses.mark(roomId);
  const failed = (error: unknown) => warn({ err: error }, 'presence could not be looked after; trying again');
  const attendance = new Attendance({ pool, node, changed: pulse });
  const untold = new UntoldRooms({ pool, now, found: pulse, failed });
  if (worker) untold.start();
  return {
    services: {
      known: new LRUCache<string, VersionedRoom>({
        maxSize: rememberedMembers,
        sizeCalculation: ({ state }) => 1 + state.members.length,
      }),
      randomInt,
      work: new Batches<RoomWork, RoomOutcome>(mostTogether, width(shares.work), tracing),
      answers: new Batches<ArrivedAnswer, AnswerResult>(mostTogether, width(shares.answers), tracing),
      pulse,
      attend: (roomId, userId) => attendance.attend(roomId, userId),
    },
    stop() {
      pulses.stop();
      untold.stop();
    },
  };
}
