/** Behind one item of a stream, in one of the histories that the stream has had; later items have greater numbers. */
export interface Place {
  history: object;
  seq: number;
}

/** Whoever is to be told that a listener has gone: for good, and however that came about. */
export interface Guest {
  /** Called once. Begins at most what takes time, and never throws: others are being served. */
  gone(): void;
}

/**
 * One listener's way along a stream of self-contained items. Pulled by itself it gets every item; what is said here
 * besides lets listeners who stand at the same place go on together.
 */
export interface Walk<Item extends object = object> extends AsyncIterableIterator<Item> {
  /** What it is along: two walks along the same get the same items from the same place on. Undefined before that is known. */
  readonly along: object | undefined;
  /** Behind what it stands; undefined while what comes next is for this walk alone. */
  readonly place: Place | undefined;
  /** Whether nothing is to be had at the moment. */
  readonly idle: boolean;
  /** Another walk in the same history, from behind `seq` on: where this one stands, or earlier. */
  fork(seq: number): Walk<Item>;
  /** Whoever sees this item in a way of their own; all others see the same. */
  eyes(item: Item): readonly string[];
  /** Whose last item this is: they get it as everyone does, and nothing behind it. */
  lastFor(item: Item): readonly string[];
  /**
   * Told when whoever is handed this walk has gone: by whoever took the guest over with `takeGuest`, or else by the end of
   * the walk itself. Forks have none.
   */
  guest?: Guest | undefined;
}

/** The walk's guest, for one who serves the listener from now on and tells the guest in the walk's place. */
export function takeGuest(walk: Walk): Guest | undefined {
  const { guest } = walk;
  if (guest) walk.guest = undefined;
  return guest;
}

/** Whether what a subscription resolved to is a walk: then its listeners are served together. */
export function isWalk(stream: object): stream is Walk {
  return 'fork' in stream && 'eyes' in stream && 'along' in stream;
}
