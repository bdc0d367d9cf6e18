/** What the person at the command line is told of an error: its words, no stack. */
export function saidOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A refused connection may have no words of its own.
  const words = error.message || ('code' in error ? String(error.code) : error.name);
  return 'code' in error && error.code === 'ECONNREFUSED'
    ? `${words}. Is the PostgreSQL of DATABASE_URL running?`
    : words;
}
