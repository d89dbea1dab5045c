import type { ReasonCode } from "~/attribution/reason-codes";
import { isRecommending } from "~/champions/champion";
import { getChampion } from "~/champions/get-champion.server";
import { within } from "~/platform/db.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { getProgram } from "~/programs/get-program.server";
import type { Benefit } from "~/programs/benefit";
import { findLinkByCode } from "~/sharing/find-link-by-code.server";

export interface ValidatedCode {
  /** As the champion uses it now. */
  code: string;
  linkId: string;
  championId: string;
  programId: string;
  /** The first name that friends see. */
  championName: string;
  /** Why it is good for nothing now; null when a friend may use it. */
  reason: ReasonCode | null;
  friendOffer: Benefit;
  currency: string;
}

/** Whose code this is, in any spelling, and whether it is good for something today. @throws NotFoundError */
export async function validateCode(typed: string, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<ValidatedCode> {
  return db.transaction("validate-code", async (tx) => {
    const link = await findLinkByCode(tx, typed);
    if (!link) throw new NotFoundError("code");
    const champion = await getChampion(tx, link.championId);
    const { status, version } = await getProgram(link.programId, { db: within(tx) });
    const closed = status === "paused" ? "programme_paused" : status === "live" ? null : "programme_ended";
    return {
      code: link.currentCode,
      linkId: link.id,
      championId: link.championId,
      programId: link.programId,
      championName: champion.displayName,
      reason: isRecommending(champion.status) ? closed : "champion_not_valid",
      friendOffer: version.rules.friendOffer,
      currency: version.rules.currency,
    };
  });
}
