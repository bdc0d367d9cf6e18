/** What a throw was made with, so that it can be answered for after the page was loaded again. */
export interface Kept {
  gameId: string;
  cupId: string;
  nonce: string;
  /** As sent, by which a throw whose answer never came is known. */
  thrownAt: string;
  /** Null while only the server has it. */
  secret: string | null;
  throwId: string | null;
}

const key = 'cupbearer.throws';
const most = 60;

export function keptThrows(): readonly Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as Kept[]) : [];
  } catch {
    return [];
  }
}

/** Keeps what is known of a throw now, in the place of what was known before. */
export function keepThrow(kept: Kept): void {
  const others = keptThrows().filter(({ nonce }) => nonce !== kept.nonce);
  localStorage.setItem(key, JSON.stringify([...others, kept].slice(-most)));
}

export function forgetThrow({ nonce }: Kept): void {
  localStorage.setItem(key, JSON.stringify(keptThrows().filter((kept) => kept.nonce !== nonce)));
}

/** Made here: known by its id, or else, when the answer to it was lost, by the time it was thrown at. */
export function findKept(throwId: string, thrownAt?: string): Kept | undefined {
  const kept = keptThrows();
  return (
    kept.find((one) => one.throwId === throwId) ?? kept.find((one) => one.throwId === null && one.thrownAt === thrownAt)
  );
}
