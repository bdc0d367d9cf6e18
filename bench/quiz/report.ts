import type { QuizResult } from './main.ts';
import type { RoomsRow } from './rooms.ts';
import type { Spent } from './spent.ts';
import type { TallySummary, Timed } from './tally.ts';

export function printQuiz(result: QuizResult): void {
  const { players, questions, http, joinedMs, onlineMs, tally, answers, late, behind, spent, memory } = result;
  console.log(
    `\n${players.toLocaleString('en')} players, ${questions} questions, mutations over ${http ? 'HTTP' : 'the sockets'}`,
  );
  console.log(
    `answers: ${Object.entries(answers)
      .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
      .join(', ')}`,
  );
  console.log(
    `${tally.deliveries.toLocaleString('en')} events delivered; ${behind} members lack some${failuresOf(tally)}`,
  );
  console.table({
    'join mutation': cells(tally.join),
    'answer mutation': cells(tally.answer),
    'deadline to close': cells(late),
    'deadline to reveal at each': cells(tally.reveal),
    'deadline to reveal at the last': cells(tally.lastReveal),
  });
  console.log(`all joined after ${seconds(joinedMs)} s, and saw each other online ${seconds(onlineMs)} s later`);
  const lobby = { ...spent.lobby, parts: players };
  printSpent({ 'joining, coming online': lobby }, 'player');
  printSpent({ playing: { ...spent.play, parts: players * questions } }, 'player and question');
  const { start, full, end, collected, heap } = memory;
  console.log(
    `the node's resident memory, in MiB: ${mib(start)} with everyone connected, ${mib(full)} with everyone in the room, ` +
      `${mib(end)} at the end, ${mib(collected)} after garbage collection, ${mib(heap)} of them in use by the heap`,
  );
  console.log(`${result.cores} cores, ${percent(result.busy)} busy in all; node, database and players shared them`);
}

export function printRooms(rows: readonly RoomsRow[], { cores, busy }: { cores: number; busy: number }): void {
  console.table(
    Object.fromEntries(
      rows.map(({ what, closes, late, answered }) => [
        what,
        { questions: closes, ...cells(late, 'late'), answered: answered.toLocaleString('en') },
      ]),
    ),
  );
  console.log(`${cores} cores, ${percent(busy)} busy in all; nodes, database and players shared them`);
}

/** Shares of a core, and what is taken for each part. */
export function printSpent(rows: Record<string, Spent & { parts: number }>, part: string): void {
  const cells = ({ node, postgres, players, elapsed, parts }: Spent & { parts: number }) => {
    const busy = (ms: number) => `${percent(ms / elapsed)}, ${short(ms / parts)} ms`;
    return { s: seconds(elapsed), node: busy(node), PostgreSQL: busy(postgres), 'the players': busy(players) };
  };
  console.log(`CPU, as shares of a core and for each ${part}:`);
  console.table(Object.fromEntries(Object.entries(rows).map(([what, row]) => [what, cells(row)])));
}

export function failuresOf({ failures, refused }: Pick<TallySummary, 'failures' | 'refused'>): string {
  const refusals = Object.entries(refused).map(([type, count]) => `; ${count} answered with ${type}`);
  const others = Object.entries(failures).map(([what, { count, example }]) => `; ${what}: ${count}, as ${example}`);
  return [...refusals, ...others].join('');
}

function cells({ count, p50, p99, max }: Timed, of = ''): object {
  const name = (percentile: string) => `${percentile}${of && ` ${of}`} ms`;
  return { count, [name('p50')]: short(p50), [name('p99')]: short(p99), [name('max')]: short(max) };
}

function short(figure: number): number {
  return Number(figure.toPrecision(3));
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

function mib(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
