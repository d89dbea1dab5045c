import { rootDb, type Deps } from "~/platform/deps.server";
import { ledgerPlace } from "./reward";
import { rewardView, type RewardView } from "./reward-view";
import { weekOf } from "./recommendation";
import { viewedRewards, type RewardToView } from "./viewed-rewards.server";

export interface StatementLine extends RewardView {
  id: string;
  grantedMinor: bigint;
  /** What it is worth to the champion now. */
  amountMinor: bigint;
  currency: string;
  /** The Monday of the week of the purchase (S5). */
  week: Date;
  paidAt: Date | null;
}

export interface Statement {
  lines: StatementLine[];
  /** Per currency: what was received, and what waits. */
  totals: { currency: string; receivedMinor: bigint; waitingMinor: bigint }[];
}

/** Thanks so far: every reward of a champion, newest first, with its sums. */
export async function listChampionRewards(
  { championId, zone }: { championId: string; zone: string },
  { db = rootDb }: Deps = {},
): Promise<Statement> {
  return await db.transaction("list-champion-rewards", async (tx) => {
    const rewards = await viewedRewards(tx, { championId });
    const currencies = [...new Set(rewards.map(({ currency }) => currency))];
    const sum = (of: RewardToView[]) => of.reduce((total, { dueMinor }) => total + dueMinor, 0n);
    return {
      lines: rewards.map((reward) => ({
        ...rewardView(reward),
        id: reward.id,
        grantedMinor: reward.grantedMinor,
        amountMinor: reward.dueMinor,
        currency: reward.currency,
        week: weekOf(reward.createdAt, zone),
        paidAt: reward.paidAt,
      })),
      totals: currencies.map((currency) => {
        const own = rewards.filter((reward) => reward.currency === currency);
        const received = own.filter(({ paidAt }) => paidAt !== null);
        const waiting = own.filter(
          ({ paidAt, status }) => paidAt === null && ledgerPlace(status) !== "nowhere",
        );
        return { currency, receivedMinor: sum(received), waitingMinor: sum(waiting) };
      }),
    };
  });
}
