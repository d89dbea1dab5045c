/** How many claims a browser carries along, so that first and last can be told (A5). */
export const MAX_CLAIMED = 10;

const MAX_TOKEN_LENGTH = 200;

/** Reads the claim cookie's value; anything that cannot be a token is left out. */
export function readClaimed(value: string | undefined): string[] {
  const tokens = (value ?? "").slice(0, (MAX_TOKEN_LENGTH + 1) * MAX_CLAIMED * 2).split(".");
  return tokens.filter((token) => token.length <= MAX_TOKEN_LENGTH && /^[A-Za-z0-9_-]+$/.test(token)).slice(0, MAX_CLAIMED);
}

/** Adds a claim at the end. When the list is full the first stays, since it can win, and the second makes room. */
export function addClaimed(tokens: readonly string[], token: string): string[] {
  if (tokens.includes(token)) return [...tokens];
  const [first, ...rest] = tokens;
  if (first === undefined) return [token];
  return [first, ...rest.slice(Math.max(0, rest.length - (MAX_CLAIMED - 2))), token];
}

/** The cookie's value: tokens in the order they were claimed. */
export function writeClaimed(tokens: readonly string[]): string {
  return tokens.join(".");
}
