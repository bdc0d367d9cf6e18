import type { DurationSummary } from './durations.ts';
import type { SoakProgress, SoakReport } from './soak.ts';

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** No mutation waits for Redis. A machine that is busy with other things may miss this; no loss comes of that. */
const mutationP99Ms = 250;

/** One line while it runs. */
export function progressLine(progress: SoakProgress): string {
  const { seconds, phase, connected, deliveries, cuts, resumes, breaches } = progress;
  const counts = { connected, deliveries, cuts, resumes, breaches };
  const said = Object.entries(counts).map(([name, count]) => `${name} ${number.format(count)}`);
  return `${number.format(seconds).padStart(5)} s  ${phase.padEnd(22)} ${said.join('  ')}`;
}

/** The whole report, as Markdown that reads well as it is. */
export function reportText(report: SoakReport): string {
  const { breaches, counters, recovery } = report;
  const facts: [string, string][] = [
    ['subscribers, games, events', [report.clients, report.games, report.events].map(number.format).join(', ')],
    ['deliveries', number.format(report.deliveries)],
    ['losses', number.format(breaches.loss)],
    ['duplicates', number.format(breaches.duplicate)],
    ['gaps, differences, errors', [breaches.gap, breaches.difference, breaches.error].map(number.format).join(', ')],
    ['sockets cut, dropped by a node', [report.cuts, report.drops].map(number.format).join(', ')],
    ['resumes by cursor', number.format(report.resumes)],
    ['recovery (p50, p99, max)', `${ofThree(recovery)} ms, ${number.format(recovery.count)} times`],
    ['mutations sent again', number.format(report.mutationsResent)],
    ['latest window', `${number.format(report.latestWindow)} ms past its end`],
    ['own event loop (p99)', `${report.ownLoopDelayP99.toFixed(1)} ms`],
    ['machine', `${report.machine.cores} cores, ${number.format(report.machine.busy * 100)} % busy with all that ran`],
    ['events only the log brought', number.format(counters.healed)],
    ['windows the sweep closed', number.format(counters.swept)],
    ['deadlocks, lost races', [counters.deadlocks, counters.lostRaces].map(number.format).join(', ')],
    ['memory of all nodes', `${number.format(counters.memoryMiB)} MiB`],
  ];
  const phases = report.phases.map(({ phase, seconds, live, resumed, mutations }) => [
    phase,
    number.format(seconds),
    number.format(live.count),
    ofThree(live),
    number.format(resumed.count),
    ofThree(resumed),
    number.format(mutations.count),
    `${ms(mutations.p50)} / ${ms(mutations.p95)} / ${ms(mutations.p99)} / ${ms(mutations.max)}`,
  ]);
  const heads = ['phase', 's', 'live', 'p50 / p99 / max ms', 'resumed', 'p50 / p99 / max ms'];
  return [
    ...table(['counted', 'came to'], facts),
    '',
    ...roomsTable(report),
    ...table([...heads, 'mutations', 'p50 / p95 / p99 / max ms'], phases),
    '',
    ...report.phases
      .filter(({ phase }) => phase === 'Redis down' || phase === 'Redis hangs')
      .map(
        ({ phase, mutations }) => `${phase}: mutations p99 ${ms(mutations.p99)} ms, to stay under ${mutationP99Ms}.`,
      ),
    report.failures.length === 0
      ? `Every subscriber has every event once, in order${report.rooms ? ', and every accepted answer counts' : ''}.`
      : `FAILED:\n${report.failures.map((failure) => `- ${failure}`).join('\n')}`,
    '',
  ].join('\n');
}

function roomsTable({ rooms, kills }: SoakReport): string[] {
  if (!rooms) return [];
  const { answers, breaches, live, mutations } = rooms;
  const facts: [string, string][] = [
    ['quizzes, events', [rooms.quizzes, rooms.events].map(number.format).join(', ')],
    ['questions opened, closed', [rooms.questionsOpened, rooms.questionsClosed].map(number.format).join(', ')],
    ['answers accepted', number.format(answers.accepted)],
    ['answers counted, right', [rooms.counted, rooms.right].map(number.format).join(', ')],
    ['too late, changed, repeated', [answers.late, answers.changed, answers.repeated].map(number.format).join(', ')],
    ['deliveries', number.format(rooms.deliveries)],
    ['losses, duplicates', [breaches.loss, breaches.duplicate].map(number.format).join(', ')],
    ['gaps, differences, errors', [breaches.gap, breaches.difference, breaches.error].map(number.format).join(', ')],
    ['sockets cut, dropped by a node', [rooms.cuts, rooms.drops].map(number.format).join(', ')],
    ['resumes by cursor', number.format(rooms.resumes)],
    ['nodes killed, rooms with a question open', `${kills.length}, ${kills.join(' ')}`],
    ['latest close', `${number.format(rooms.latestRevealMs)} ms past its deadline`],
    ['live (p50, p99, max)', `${ofThree(live)} ms`],
    ['mutations (p50, p99, max)', `${ofThree(mutations)} ms, ${number.format(rooms.answersResent)} sent again`],
  ];
  return [...table(['quiz rooms', 'came to'], facts), ''];
}

function ofThree({ p50, p99, max }: DurationSummary): string {
  return `${ms(p50)} / ${ms(p99)} / ${ms(max)}`;
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : number.format(value);
}

/** A table of Markdown, its columns aligned. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
