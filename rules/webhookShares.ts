/** Messages on their way at once: of a sender, of one owner's webhooks, and of one webhook. */
export const width = 64;
export const widthOfOwner = 32;
export const widthOfWebhook = 8;
/**
 * Of a webhook in doubt, which has not answered well yet or failed several times, there is one, and of all of them so
 * many: the rest is for those that answer.
 */
export const doubtful = { width: 32, widthOfOwner: 8 } as const;

export interface Share {
  webhookId: string;
  /** Whose webhook it is. */
  ownerId: string;
}

export interface Shares {
  /** What is on its way, each once. */
  held: readonly Share[];
  /** Webhooks, and how many of their streams are due. Among equals the first go first. */
  due: readonly (Share & { streams: number })[];
  /** How many messages of a webhook may be on their way; 1: it is in doubt. */
  widthOf(webhookId: string): number;
}

/** How many streams to take up of which webhooks. Owners take turns, and so do the webhooks of each. */
export function sharedOut({ held, due, widthOf }: Shares): Map<string, number> {
  const [counts, taken] = [new Count(), new Count()];
  const inDoubt = ({ webhookId }: Share) => widthOf(webhookId) <= 1;
  const take = (share: Share) => {
    const keys = ['all', share.ownerId, share.webhookId];
    if (inDoubt(share)) keys.push('doubtful', `doubtful ${share.ownerId}`);
    for (const key of keys) counts.add(key);
  };
  const may = (share: Shares['due'][number]) =>
    taken.of(share.webhookId) < share.streams &&
    counts.of(share.webhookId) < widthOf(share.webhookId) &&
    counts.of(share.ownerId) < widthOfOwner &&
    (!inDoubt(share) ||
      (counts.of('doubtful') < doubtful.width && counts.of(`doubtful ${share.ownerId}`) < doubtful.widthOfOwner));
  /** The least goes first. */
  const turn = ({ webhookId, ownerId }: Share) => counts.of(ownerId) * (width + 1) + counts.of(webhookId);

  for (const share of held) take(share);
  while (counts.of('all') < width) {
    const [first, ...others] = due.filter(may);
    if (!first) break;
    const next = others.reduce((best, one) => (turn(one) < turn(best) ? one : best), first);
    take(next);
    taken.add(next.webhookId);
  }
  return taken;
}

class Count extends Map<string, number> {
  of(key: string): number {
    return this.get(key) ?? 0;
  }

  add(key: string): void {
    this.set(key, this.of(key) + 1);
  }
}
