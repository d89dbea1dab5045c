import { countsAsFirst } from "~/programs/reward-worth";
import { targetAmount } from "~/rewards/reward-target";
import type { ReplayFacts, ReplayPayment } from "./replay-facts";
import { RollingSum, type Granted } from "./rolling-sum";

const CAP_WINDOW_MS = 30 * 86_400_000;

/** What a payment earns in a replay; minor units. */
export interface ReplayedReward extends Granted {
  payment: ReplayPayment;
  ruleKey: string;
  /** Before refunds; nothing where it is refused. */
  grantedMinor: bigint;
  /** What a cap or the budget cut off. */
  cutMinor: bigint;
  /** Why less than the rule gives, or nothing. */
  reason: string | null;
}

/** What was granted so far, as far as rules and caps look at it. */
export class ReplayState {
  #ofChampion = new Map<string, RollingSum>();
  #ofFriend = new Map<string, bigint>();
  #ofProgram = new RollingSum(CAP_WINDOW_MS);
  #firstAt = new Map<string, Date>();
  #numbers = new Map<string, number>();
  #thanked: Map<string, number>;
  #rewards = new Map<string, ReplayedReward>();

  constructor({ friends, thanked }: ReplayFacts) {
    this.#thanked = new Map(thanked);
    for (const [id, { firstAt, number, grantedMinor }] of friends) {
      if (firstAt) this.#firstAt.set(id, firstAt);
      if (number !== null) this.#numbers.set(id, number);
      this.#ofFriend.set(id, grantedMinor);
    }
  }

  firstAt({ referralId }: ReplayPayment): Date | null {
    return this.#firstAt.get(referralId) ?? null;
  }

  friendNumber({ referralId, championId }: ReplayPayment): number {
    return this.#numbers.get(referralId) ?? 1 + (this.#thanked.get(championId) ?? 0);
  }

  grantedBefore({ referralId, championId }: ReplayPayment, at: number) {
    return {
      championMinor: this.#champion(championId).at(at),
      friendMinor: this.#ofFriend.get(referralId) ?? 0n,
      programMinor: this.#ofProgram.at(at),
    };
  }

  grant(reward: ReplayedReward): void {
    const { referralId, championId, conversionId, paidAt } = reward.payment;
    this.#rewards.set(conversionId, reward);
    if (countsAsFirst(reward.reason) && !this.#firstAt.has(referralId)) this.#firstAt.set(referralId, paidAt);
    if (reward.grantedMinor === 0n) return;
    if (!this.#numbers.has(referralId)) {
      this.#numbers.set(referralId, this.friendNumber(reward.payment));
      this.#thanked.set(championId, 1 + (this.#thanked.get(championId) ?? 0));
    }
    this.#ofFriend.set(referralId, (this.#ofFriend.get(referralId) ?? 0n) + reward.dueMinor);
    for (const sum of [this.#champion(championId), this.#ofProgram]) sum.add(reward);
  }

  takeBack(payment: ReplayPayment, takenBackMinor: bigint): void {
    const reward = this.#rewards.get(payment.conversionId);
    if (!reward || reward.grantedMinor === 0n) return;
    const dueMinor = targetAmount({ grantedMinor: reward.grantedMinor, paidMinor: payment.paidMinor, takenBackMinor });
    const { referralId, championId } = payment;
    for (const sum of [this.#champion(championId), this.#ofProgram]) sum.change(reward, dueMinor);
    this.#ofFriend.set(referralId, (this.#ofFriend.get(referralId) ?? 0n) + dueMinor - reward.dueMinor);
    reward.dueMinor = dueMinor;
  }

  #champion(id: string): RollingSum {
    const known = this.#ofChampion.get(id);
    if (known) return known;
    const sum = new RollingSum(CAP_WINDOW_MS);
    this.#ofChampion.set(id, sum);
    return sum;
  }
}
