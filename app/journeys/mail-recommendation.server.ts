import type { ChampionOwner } from "~/champions/get-champion.server";
import { queueMail } from "~/notices/queue-mail.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import type { Program } from "~/programs/program";
import type { RewardRow } from "~/rewards/reward-row";
import { mailTo } from "./champion-mail.server";
import { mailRefusedByRules } from "./mail-refused-by-rules.server";

interface RecommendationNews {
  friendInitial: string | null;
  /** Who is behind the championship, and in which program. */
  owner: ChampionOwner | undefined;
  program: Program;
  companyName: string;
}

/**
 * Tells the champion what became of a recommendation: what waits and until when, or that it earned nothing, why, and by
 * which clause of the terms they accepted (S7). Nothing when they can no longer be reached.
 */
export async function mailRecommendationBought(tx: Tx, reward: RewardRow, news: RecommendationNews, clock: Clock): Promise<void> {
  await mailRecommendation(tx, "recommendation_bought", reward, news, clock);
}

/** The same of somebody who signed up. */
export async function mailSignedUp(tx: Tx, reward: RewardRow, news: RecommendationNews, clock: Clock): Promise<void> {
  await mailRecommendation(tx, "recommendation_signed_up", reward, news, clock);
}

async function mailRecommendation(
  tx: Tx,
  template: "recommendation_bought" | "recommendation_signed_up",
  reward: RewardRow,
  { friendInitial, owner, program: of, companyName }: RecommendationNews,
  clock: Clock,
): Promise<void> {
  if (reward.side === "friend") return;
  const to = mailTo(owner, of, companyName);
  if (!to) return;
  if (reward.status === "rejected") return await mailRefusedByRules(tx, reward, clock);
  const { personId, program, values } = to;
  const { id, dueMinor: amountMinor, currency, decideBy } = reward;
  await queueMail(
    {
      template, personId, subjectId: id, purpose: "bought",
      values: { ...values, path: `/portal/${program.slug}/rewards/${id}`, reward: { amountMinor, currency }, decideBy, friendInitial },
    },
    { db: within(tx), clock },
  );
}
