import { countsAsFirst } from "~/programs/reward-worth";
import { targetAmount } from "~/rewards/reward-target";
import { friendKey, type ReplayFacts, type ReplayPayment } from "./replay-facts";
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
    for (const [key, { firstAt, number, grantedMinor }] of friends) {
      if (firstAt) this.#firstAt.set(key, firstAt);
      if (number !== null) this.#numbers.set(key, number);
      this.#ofFriend.set(key, grantedMinor);
    }
  }

  firstAt(payment: ReplayPayment): Date | null {
    return this.#firstAt.get(friendKey(payment)) ?? null;
  }

  /** Whichever side asks: counted by whom the champion was thanked for. */
  friendNumber({ referralId, championId }: ReplayPayment): number {
    return this.#numbers.get(friendKey({ side: "champion", referralId })) ?? 1 + (this.#thanked.get(championId) ?? 0);
  }

  grantedBefore(payment: ReplayPayment, at: number) {
    return {
      championMinor: this.#champion(payment.championId).at(at),
      friendMinor: this.#ofFriend.get(friendKey(payment)) ?? 0n,
      programMinor: this.#ofProgram.at(at),
    };
  }

  grant(reward: ReplayedReward): void {
    const { side, championId, conversionId, paidAt } = reward.payment;
    const friend = friendKey(reward.payment);
    this.#rewards.set(`${side} ${conversionId}`, reward);
    if (countsAsFirst(reward.reason) && !this.#firstAt.has(friend)) this.#firstAt.set(friend, paidAt);
    if (reward.grantedMinor === 0n) return;
    if (side === "champion" && !this.#numbers.has(friend)) {
      this.#numbers.set(friend, this.friendNumber(reward.payment));
      this.#thanked.set(championId, 1 + (this.#thanked.get(championId) ?? 0));
    }
    this.#ofFriend.set(friend, (this.#ofFriend.get(friend) ?? 0n) + reward.dueMinor);
    for (const sum of this.#sumsOf(reward.payment)) sum.add(reward);
  }

  takeBack(payment: ReplayPayment, takenBackMinor: bigint): void {
    const reward = this.#rewards.get(`${payment.side} ${payment.conversionId}`);
    if (!reward || reward.grantedMinor === 0n) return;
    const dueMinor = targetAmount({ grantedMinor: reward.grantedMinor, paidMinor: payment.paidMinor, takenBackMinor });
    const friend = friendKey(payment);
    for (const sum of this.#sumsOf(payment)) sum.change(reward, dueMinor);
    this.#ofFriend.set(friend, (this.#ofFriend.get(friend) ?? 0n) + dueMinor - reward.dueMinor);
    reward.dueMinor = dueMinor;
  }

  /** What a reward counts to: a friend's own to the program's budget alone. */
  #sumsOf({ side, championId }: ReplayPayment): RollingSum[] {
    return side === "champion" ? [this.#champion(championId), this.#ofProgram] : [this.#ofProgram];
  }

  #champion(id: string): RollingSum {
    const known = this.#ofChampion.get(id);
    if (known) return known;
    const sum = new RollingSum(CAP_WINDOW_MS);
    this.#ofChampion.set(id, sum);
    return sum;
  }
}
