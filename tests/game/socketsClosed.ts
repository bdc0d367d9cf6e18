import { countOf, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';

/** Waits until the server has noticed that every client's socket is closed: that comes a moment after they closed it. */
export async function socketsClosed(app: App): Promise<void> {
  await eventually(
    'Closed sockets',
    () => countOf(app, 'cupbearer_sockets', {}),
    (open) => open === 0,
  );
}
