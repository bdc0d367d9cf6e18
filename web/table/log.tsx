import { memo } from 'react';
import { en } from '../texts/en.ts';
import { Card } from '../ui/parts.tsx';
import styles from './log.module.css';
import type { Line } from './tableModel.ts';

const t = en.table;

function wordsOf(line: Line): string {
  const who = 'who' in line ? (line.who?.displayName ?? t.nobody) : '';
  switch (line.what) {
    case 'rejected':
      return t.lines.rejected(who, t.refused[line.why] ?? line.why, line.times);
    case 'penalised':
      return t.lines.penalised(who, t.penalty[line.why] ?? line.why, line.points);
    case 'started':
    case 'abandoned':
      return t.lines[line.what]();
    default:
      return t.lines[line.what](who, 'whom' in line ? (line.whom?.displayName ?? t.nobody) : '');
  }
}

const Told = memo(function Told({ line, choose }: { line: Line; choose(throwId: string): void }) {
  const { throwId } = line;
  return (
    <li className={styles.line} data-what={line.what}>
      {throwId ? (
        <button type="button" className={styles.choose} onClick={() => choose(throwId)}>
          {wordsOf(line)}
        </button>
      ) : (
        wordsOf(line)
      )}
    </li>
  );
});

/** What happened, the newest first; a line about a throw leads to its trail. */
export const Log = memo(function Log({ lines, choose }: { lines: readonly Line[]; choose(throwId: string): void }) {
  return (
    <Card title={t.log}>
      <div className={styles.log} role="log" aria-label={t.log}>
        <ol reversed>
          {lines.toReversed().map((line) => (
            <Told key={line.key} line={line} choose={choose} />
          ))}
        </ol>
      </div>
    </Card>
  );
});
