import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import type { Side } from "~/programs/reward-side";
import { readDecisionToken } from "~/rewards/decision-token.server";
import { showReward, type ApprovalEffect } from "./show-reward.server";

/** What whoever holds the link of a mail may see: no more than what approving would do. */
export interface ShownDecision {
  rewardId: string;
  /** The member of staff it was mailed to. */
  personId: string;
  side: Side;
  /** The champion's. */
  name: string;
  amountMinor: bigint;
  currency: string;
  zone: string;
  /** The reward as it stands: a decision counts for this one alone. */
  version: number;
  /** `decided` also when the bank decides first, or it waits for nobody. */
  state: "open" | "decided" | "expired" | "own";
  effect: ApprovalEffect | null;
}

/** The reward behind the signed link of a daily mail. @throws NotFoundError for a link we did not sign */
export async function showDecision(token: string, { db = rootDb, clock = systemClock }: Deps = {}): Promise<ShownDecision> {
  const link = readDecisionToken(token);
  if (!link) throw new NotFoundError("decision link");
  const { rewardId, personId } = link;
  const { detail, effect } = await showReward(rewardId, { db, clock });
  const { reward, champion, program } = detail;
  const state = link.expiresAt <= clock.now() ? "expired" : !effect ? "decided" : champion.personId === personId ? "own" : "open";
  return {
    rewardId, personId, side: reward.side, name: champion.displayName, amountMinor: reward.dueMinor, currency: reward.currency, zone: program.zone,
    version: reward.version, state, effect: state === "open" ? effect : null,
  };
}
