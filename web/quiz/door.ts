/** What somebody typed, as joinQuizRoom takes it: a few digits, however spaced, are a PIN; all else is an invitation. */
export function doorOf(code: string): { pin: string } | { inviteCode: string } {
  const tidy = code.replaceAll(/\s/g, '');
  return /^\d{0,8}$/.test(tidy) ? { pin: tidy } : { inviteCode: tidy };
}

/** The address that lets people in: for links and the QR code. */
export function doorAddress(
  origin: string,
  { pin, inviteCode }: { pin: string | null; inviteCode: string | null },
): string | null {
  if (pin) return `${origin}/quizzes?pin=${pin}`;
  return inviteCode ? `${origin}/quizzes?code=${encodeURIComponent(inviteCode)}` : null;
}

/** `123 456`: easier to read out. */
export function spacedPin(pin: string): string {
  return `${pin.slice(0, 3)} ${pin.slice(3)}`;
}

/** In a room, in code points; a display name elsewhere may be longer. */
const longestName = 24;

/** The name somebody has in a room if they choose none. */
export function ownName(displayName: string): string {
  return [...displayName].slice(0, longestName).join('').trim();
}
