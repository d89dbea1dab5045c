import type { Tx } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { readClickToken } from "~/sharing/click-token.server";
import { findPresentedLink } from "~/sharing/find-presented.server";
import { findRecommendation, type Recommendation } from "./known-recommendations.server";

/** What a friend holds: the token of a click, or somebody's code. The token counts where both are told. */
export interface Held {
  token: string | null;
  code: string | null;
}

/** The offer behind a token or a code, while it can be taken. Null otherwise, whatever the reason. */
export async function showOffer(held: Held, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<Recommendation | null> {
  return db.transaction("show-offer", async (tx) => {
    const code = await codeBehind(tx, held);
    const found = code === null ? null : await findRecommendation(tx, code);
    return found?.open ? found : null;
  });
}

/** The code that a friend's token leads to, else the one they typed. */
export async function codeBehind(tx: Tx, { token, code }: Held): Promise<string | null> {
  const facts = token === null ? null : readClickToken(token);
  if (!facts || "error" in facts) return code;
  const link = await findPresentedLink(tx, facts.linkId);
  return link?.programId === facts.programId ? link.code : code;
}
