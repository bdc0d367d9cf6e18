/**
 * Hands items on: the first at once, those that follow within `pauseMs` of it together when that is over, and so on. What
 * seldom comes is not delayed; what comes often is drawn a few times a second, not each time.
 */
export function inBatches<Item>(pauseMs: number, take: (items: readonly Item[]) => void) {
  let waiting: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hand = () => {
    timer = undefined;
    if (waiting.length === 0) return;
    const items = waiting;
    waiting = [];
    timer = setTimeout(hand, pauseMs);
    take(items);
  };
  return {
    add(item: Item): void {
      waiting.push(item);
      if (timer === undefined) hand();
    },
    /** Drops what waits. */
    stop(): void {
      clearTimeout(timer);
      waiting = [];
    },
  };
}
