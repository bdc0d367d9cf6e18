import { table } from '../report.ts';
import type { OutboundReport } from './run.ts';

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** The whole report, as Markdown that reads well as it is. */
export function outboundText(report: OutboundReport): string {
  const { again, fates, calls, machine, outcomes } = report;
  const taken = (fates.TAKEN ?? 0) + (fates.CUT ?? 0);
  const failing = [fates.FAILED, fates.TOO_MANY, fates.SILENT, fates.RESET, fates.CUT].map((count) => count ?? 0);
  const failed = failing.reduce((sum, count) => sum + count, 0);
  const attempts = outcomes.reduce((sum, outcome) => sum + outcome.attempts, 0);
  const facts: [string, string][] = [
    ['messages, lost, out of order', [report.messages, report.lost, report.outOfOrder].map(number.format).join(', ')],
    ['calls, failed', `${number.format(calls)}, ${number.format(failed)} (${((failed / calls) * 100).toFixed(1)} %)`],
    ['500, 429, no answer, reset, taken and cut', failing.map(number.format).join(', ')],
    ['taken twice or more', number.format(taken - report.messages)],
    ['... after a cut answer, after a kill', [again.afterCut, again.afterKill].map(number.format).join(', ')],
    ['... without a reason', number.format(again.unexplained)],
    ['under another id or with another body', number.format(report.changed)],
    ['workers killed, most told again after one', `${report.kills}, ${report.mostAgainAfterKill}`],
    ['attempts noted, most for one message', `${number.format(attempts)}, ${report.mostCalls}`],
    ['duration', `${number.format(report.seconds)} s, ${number.format(report.perSecond)} messages a second`],
    ['machine', `${machine.cores} cores, ${number.format(machine.busy * 100)} % busy with all that ran`],
  ];
  const { failures } = report;
  const end =
    failures.length === 0
      ? 'Every message came, in order, and none twice that its sender could know of.'
      : `FAILED:\n${failures.map((failure) => `- ${failure}`).join('\n')}`;
  return [...table(['counted', 'came to'], facts), '', end, ''].join('\n');
}
