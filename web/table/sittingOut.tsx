import { useSecondsLeft } from '../api/serverTime.ts';
import { en } from '../texts/en.ts';
import { Badge } from '../ui/parts.tsx';

/** Says that someone sits out, for as long as they do. */
export function SittingOut({ until }: { until: string | null }) {
  const left = useSecondsLeft(until) ?? 0;
  if (left === 0) return null;
  return (
    <Badge tone="bad">
      {en.table.sittingOut} {left}
    </Badge>
  );
}
