/** Whether a text may be an invitation code at all. What may not opens nothing, and there is text that no database takes. */
export function mayBeInviteCode(text: string): boolean {
  return /^[\w-]{1,100}$/.test(text);
}
