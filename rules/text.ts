/** Control characters, and halves of surrogate pairs, which no UTF-8 can hold. */
const unwritable = /[\p{Cc}\p{Cs}]/u;

/** Whether a text has `least` to `most` characters, counted in code points, and none that is unwritable. */
export function isText(text: string, most: number, least = 1): boolean {
  const { length } = [...text];
  return length >= least && length <= most && !unwritable.test(text);
}
