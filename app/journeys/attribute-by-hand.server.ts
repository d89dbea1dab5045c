import { recordHandAttribution } from "~/attribution/record-hand-attribution.server";
import { isMember } from "~/champions/champion";
import { getChampion } from "~/champions/get-champion.server";
import { recordAudit } from "~/identity/record-audit.server";
import type { Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { AppError, ConflictError, ForbiddenError, NotFoundError } from "~/platform/errors";
import { hasLeft, listRewardsOfConversions } from "~/rewards/rewards-of-friend.server";
import { findMainLink } from "~/sharing/find-main-link.server";
import { lockFriendOfConversion } from "./lock-friend-of-conversion.server";
import { settleFriend, type SettledFriend } from "./settle-friend.server";

export interface AttributeByHandInput {
  conversionId: string;
  /** Null: nobody brought this friend. */
  championId: string | null;
  /** For the trail, which stays for ever: nobody's name. */
  reason: string;
  by: string;
  /** The `factsHash` of the conversion as the person saw it. */
  basis: string;
}

/**
 * Lets a person decide who brought the friend of a sale or sign-up (A19). It becomes one more fact, and everything about the
 * friend is settled anew: bind, reward, books and mails follow as they do from any other fact. A later decision by hand
 * takes the place of this one.
 * @throws AppError 422 `attribution_reason_missing`, `attribution_refused` (why: `facts.reason`)
 * @throws ConflictError `attribution_changed`, `attribution_unchanged`, `attribution_reward_left`
 * @throws ForbiddenError for one's own membership
 */
export async function attributeByHand(
  { conversionId, championId, reason, by, basis }: AttributeByHandInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<SettledFriend> {
  if (reason.trim() === "") throw refused("attribution_reason_missing", "no reason was given");
  return await db.transaction("attribute-by-hand", async (tx) => {
    const now = clock.now();
    const friend = await lockFriendOfConversion(tx, conversionId);
    const to = championId === null ? null : await mayBeChosen(tx, championId, by);
    const { id, before } = await recordHandAttribution(tx, { conversionId, to, reason: reason.trim(), by, basis }, now);
    const settled = await settleFriend(tx, friend, clock);

    // Looked at last, when every reward of the friend is locked.
    const rewards = await listRewardsOfConversions(tx, settled.settled.map(({ conversionId }) => conversionId));
    if (rewards.some(hasLeft)) {
      throw new ConflictError("attribution_reward_left", "a reward for this friend has left the house", { conversionId });
    }
    const decision = settled.result.decisions.find(({ momentId }) => momentId === (before.purchaseId ?? before.leadId));
    if ((decision?.bind?.championId ?? null) !== championId) {
      throw refused("attribution_refused", "the rules allow it for nobody's wish", decision?.reason ?? null);
    }
    const facts = { decision: id, from: before.championId, to: championId, reason: reason.trim() };
    await recordAudit(tx, { by, action: "attribution.decided_by_hand", object: before.id, facts, now });
    return settled;
  });
}

/** A champion who may have a friend by hand, with the link it is written to. */
async function mayBeChosen(tx: Tx, championId: string, by: string) {
  const { personId, programId, status } = await getChampion(tx, championId);
  if (by === `person:${personId}`) throw new ForbiddenError("nobody gives themselves a recommendation");
  if (!isMember(status)) throw refused("attribution_refused", "this champion takes no part", "champion_not_valid");
  const link = await findMainLink(tx, championId);
  if (!link) throw new NotFoundError("link", { championId });
  return { programId, championId, linkId: link.id };
}

function refused(code: string, message: string, reason: string | null = null): AppError {
  return new AppError(code, { message, status: 422, facts: { reason } });
}
