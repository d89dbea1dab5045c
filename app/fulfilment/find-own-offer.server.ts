import { rootDb, type Deps } from "~/platform/deps.server";
import type { Benefit } from "~/programs/benefit";
import { exampleOf } from "~/programs/program-rules";
import { rulesFromJson } from "~/programs/program-rules-schema";
import { findOwnCode } from "./own-code-store.server";

export interface OwnOffer {
  code: string;
  offer: Benefit;
  currency: string;
  /** What an ordinary order of this size costs with it, by the rules the code was given under. */
  basketMinor: bigint;
  paysMinor: bigint;
  usedAt: Date | null;
}

/** A champion's own offer as their page shows it; null while there is no code that works. */
export async function findOwnOffer(championId: string, { db = rootDb }: Deps = {}): Promise<OwnOffer | null> {
  return await db.transaction("find-own-offer", async (tx) => {
    const found = await findOwnCode(tx, championId);
    if (!found?.confirmedAt) return null;
    const version = await tx.programVersion.findUniqueOrThrow({ where: { id: found.programVersionId } });
    const rules = rulesFromJson(version.rules);
    const { currency, basketMinor, ownSavesMinor } = exampleOf(rules);
    const paysMinor = basketMinor - ownSavesMinor;
    return { code: found.code, offer: rules.ownOffer, currency, basketMinor, paysMinor, usedAt: found.usedAt };
  });
}
