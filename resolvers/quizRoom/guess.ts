import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';

/**
 * Looks what a PIN or an invitation code opens, unless the viewer (or their address, by `PIN_GUESSES_PER`) has been wrong
 * too often: then RATE_LIMITED. What `look` finds, if only to be refused for another reason, was no wrong guess. Keep it
 * short: the guesses of one key are looked at one by one.
 */
export function guess<Result>(context: Context, look: () => Promise<Result | undefined>): Promise<Result | undefined> {
  const { services, arrival } = context;
  const { userId } = requireViewer(context);
  return services.limits.guess(services.policy.pinGuessesPer === 'user' ? userId : arrival.address, look);
}
