/** The name of a list of tokens that a page kept (P3); it fits where one token fits. */
export function isTokenListName(text: string): boolean {
  return /^tkl_[A-Za-z0-9_-]{43}$/.test(text);
}
