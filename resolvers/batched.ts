import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { Context } from './context.ts';

/**
 * A read that lists ask for once per member: what one request asks in one tick is loaded at once. Nothing is kept, so
 * that a read after a change sees it. `load` answers in the order of its keys.
 */
export function batched<Key, Value>(
  load: (context: Context, keys: readonly Key[]) => Promise<readonly Value[]>,
): (context: Context, key: Key) => Promise<Value> {
  const loaders = new WeakMap<EntityManager, DataLoader<Key, Value>>();
  return (context, key) => {
    let loader = loaders.get(context.em);
    if (!loader) {
      loader = new DataLoader<Key, Value>(async (keys) => [...(await load(context, keys))], { cache: false });
      loaders.set(context.em, loader);
    }
    return loader.load(key);
  };
}
