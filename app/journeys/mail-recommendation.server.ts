import { queueMail } from "~/notices/queue-mail.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import { acceptedClauses } from "~/rewards/accepted-clauses.server";
import type { RewardRow } from "~/rewards/reward-row";
import { championMail } from "./champion-mail.server";
import { mailRefused } from "./reward-mail.server";

/**
 * Tells the champion what became of a recommendation: what waits and until when, or that it earned nothing and by which
 * clause (S7). Nothing when they can no longer be reached.
 */
export async function mailRecommendationBought(tx: Tx, reward: RewardRow, friendInitial: string | null, clock: Clock): Promise<void> {
  const to = await championMail(tx, reward.championId);
  if (!to) return;
  if (reward.status === "rejected") {
    const clause = (await acceptedClauses(tx, reward.championId, clock.now()))[(reward.clauseNumber ?? 0) - 1];
    // A rule that was not told is our problem: without a clause there is nothing to quote and nothing to refuse by.
    if (!clause || reward.clauseNumber === null) return;
    const note = clause.text[to.locale];
    await mailRefused(tx, { reward: { ...reward, note }, clock }, { number: reward.clauseNumber, clause });
    return;
  }
  const { personId, program, values } = to;
  const { id, dueMinor: amountMinor, currency, decideBy } = reward;
  await queueMail(
    {
      template: "recommendation_bought", personId, subjectId: id, purpose: "bought",
      values: { ...values, path: `/portal/${program.slug}/rewards/${id}`, reward: { amountMinor, currency }, decideBy, friendInitial },
    },
    { db: within(tx), clock },
  );
}
