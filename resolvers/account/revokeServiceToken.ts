import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';

/** Ends a service token: on this node at once, on all others within half a second. Ending one twice is fine. */
export async function revokeServiceToken({ services }: Context, { id }: { id: string }): Promise<void> {
  const { rowCount } = await services.pool.query(
    'update service_token set revoked_at = coalesce(revoked_at, $2) where id = $1',
    [id, new Date(services.clock.now())],
  );
  if (rowCount === 0) throw new NotFoundError('service token');
  services.sessions.ended([id]);
}
