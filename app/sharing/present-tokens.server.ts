import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { secretHash } from "~/platform/secrets.server";
import { readClickToken } from "./click-token.server";
import { keepTokenList } from "./token-list-store.server";

/** The longest click memory (A1): after it nothing in a list can bind anybody. */
const KEPT_DAYS = 90;

/**
 * Keeps the tokens a page holds under one name, for the shop's server to tell with a sign-up or a sale (A5). A page
 * cannot be believed about who signed up, so it names nobody. The same tokens have the same name.
 * @returns null when none of them is ours
 */
export async function presentTokens(
  tokens: readonly string[],
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ reference: string; keptUntil: Date } | null> {
  const ours = [...new Set(tokens)].filter((token) => !("error" in readClickToken(token)));
  if (ours.length === 0) return null;
  const reference = `tkl_${secretHash(ours.join("."))}`;
  const keptUntil = new Date(clock.now().getTime() + KEPT_DAYS * 86_400_000);
  await db.transaction("present-tokens", (tx) => keepTokenList(tx, { id: reference, tokens: ours, keptUntil }));
  return { reference, keptUntil };
}
