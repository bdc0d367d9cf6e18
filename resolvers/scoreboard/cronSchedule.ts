import { CronExpressionParser } from 'cron-parser';
import type { Schedule } from '../../rules/schedule.ts';

/** The calendar of a cron expression of five fields, in UTC. Throws a RangeError that says what is wrong with it. */
export function cronSchedule(expression: string): Schedule {
  if (expression.trim().split(/\s+/).length !== 5) {
    throw new RangeError('must be a cron expression of five fields in UTC, such as "0 0 * * 1"');
  }
  const at = (time: number) => parsed(expression, time);
  // One that never comes, such as 30 February, is found out now.
  at(0).next();
  return {
    next: (time) => at(time).next().getTime(),
    latest: (time) =>
      at(time + 1)
        .prev()
        .getTime(),
  };
}

function parsed(expression: string, time: number) {
  try {
    // Without a seed an `H` would be drawn anew each time.
    return CronExpressionParser.parse(expression, { currentDate: new Date(time), tz: 'UTC', hashSeed: expression });
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : 'is no cron expression');
  }
}
