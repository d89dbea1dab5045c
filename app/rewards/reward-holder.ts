import { championPayable, championPending, friendPayable, friendPending } from "~/ledger/chart-of-accounts";
import type { RewardRow } from "./reward-row";

/** Whose a reward is (W6): a champion's, or what a friend has for being recommended once. */
export type Holder = { side: "champion"; championId: string } | { side: "friend"; referralId: string };

export function holderOf({ side, championId, referralId }: Pick<RewardRow, "side" | "championId" | "referralId">): Holder {
  return side === "friend" ? { side, referralId } : { side, championId };
}

/** Where it stands in the book until it is approved. */
export const pendingAccount = (holder: Holder): string =>
  holder.side === "friend" ? friendPending(holder.referralId) : championPending(holder.championId);

/** Where it stands from then on; what it is handed over from. */
export const payableAccount = (holder: Holder): string =>
  holder.side === "friend" ? friendPayable(holder.referralId) : championPayable(holder.championId);
