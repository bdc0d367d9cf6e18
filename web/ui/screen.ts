import { lazy, type ComponentType } from 'react';
import { reloadedWell, reloadFor } from './reload.ts';

/** The file of a screen did not come: nobody is connected, or the server has other files since an upgrade. */
export class NotLoadedError extends Error {
  constructor(cause: unknown) {
    super('The screen did not load', { cause });
  }
}

/** A screen that is loaded when it is first shown. Browsers remember a file that failed: only a reload can mend it. */
export function screen<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    const path = location.pathname;
    try {
      const loaded = await load();
      reloadedWell();
      return loaded;
    } catch (error) {
      // Until the page is gone, the screen is on its way.
      if (await reloadFor(path)) await new Promise<never>(() => undefined);
      throw new NotLoadedError(error);
    }
  });
}
