import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { lookInParts } from "~/platform/look-in-parts";
import { log } from "~/platform/log.server";
import { getProgramVersion } from "~/programs/get-program-version.server";
import { expireReward } from "~/rewards/expire-reward.server";
import { listKeptRewards, type KeptReward } from "~/rewards/list-kept-rewards.server";
import { mailExpired, mailExpiring } from "./expiry-mail.server";

/**
 * The job that looks after rewards with nothing to come off: their champions are told 30 days before, then they lapse, each in
 * a transaction of its own with its mail (W17, F36). One that fails is logged and keeps nobody else waiting.
 */
export async function expireRewards({ db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  const read = (after: string, limit: number) => listKeptRewards({ after, limit }, { db });
  await lookInParts(read, async (rewards) => {
    for (const reward of rewards) {
      await expire(reward, { db, clock }).catch((error: unknown) => log.error({ err: error, rewardId: reward.id }, "a reward could not lapse"));
    }
    return [];
  });
}

async function expire({ id: rewardId, championId, programVersionId }: KeptReward, { db, clock }: Required<Deps>): Promise<void> {
  await db.transaction("expire-reward", async (tx) => {
    const joined = { db: within(tx), clock };
    const { rules } = await getProgramVersion(programVersionId, joined);
    const { reward, outcome, beforeMinor, until } = await expireReward({ rewardId, championId, keepMonths: rules.keepMonths }, joined);
    if (outcome === "warned" && until) await mailExpiring(tx, { reward, clock }, until);
    if (outcome !== "expired") return;
    const facts = { amountMinor: String(beforeMinor), currency: reward.currency, rule: "W17" };
    await recordAudit(tx, { by: "system", action: "reward.expired", object: rewardId, facts, now: clock.now() });
    await mailExpired(tx, { reward, clock }, beforeMinor);
  });
}
