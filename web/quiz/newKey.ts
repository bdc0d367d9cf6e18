/** 32 random hex digits. Unlike `crypto.randomUUID`, on pages over plain HTTP too: a class on a network of its own. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
