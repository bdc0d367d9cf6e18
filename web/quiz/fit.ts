/** How much smaller a longer text is written, as `--fit` for its size. */
export function fitOf(text: string): Record<string, number> {
  return { '--fit': text.length > 240 ? 0.5 : text.length > 120 ? 0.65 : text.length > 60 ? 0.8 : 1 };
}
