import { useSecondsLeft } from '../api/serverTime.ts';
import { en } from '../texts/en.ts';
import { Badge } from '../ui/parts.tsx';

/** Says that someone sits out, for as long as they do; `tight`: with little room. */
export function SittingOut({ until, tight }: { until: string | null; tight: boolean }) {
  const left = useSecondsLeft(until) ?? 0;
  if (left === 0) return null;
  return (
    <Badge tone="bad">
      <span className={tight ? 'unseen' : undefined}>{en.table.sittingOut} </span>
      {left}
    </Badge>
  );
}
