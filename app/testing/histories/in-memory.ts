import { disputeEffect, mergeDispute, type DisputeState } from "~/commerce/dispute-state";
import { higherRefundStatus, type RefundStatus } from "~/commerce/refund-status";
import { takenBackOf } from "~/commerce/taken-back";
import { isAllowedStep, isUndecided, ledgerPlace, statusAfterAdjustment, type RewardStatus } from "~/rewards/reward";
import { postingsBetween } from "~/rewards/reward-postings";
import { targetAmount } from "~/rewards/reward-target";
import type { Act, History, Told } from "./history";
import type { Decision } from "./model";

const ACCOUNTS = { programId: "prg_1", championId: "chp_1", referralId: "ref_1", side: "champion", currency: "EUR" } as const;

/** The product's own pure rules with a memory instead of a database: facts are kept, the target is computed, the difference is booked. */
export class RewardInMemory {
  readonly book = new Map<string, bigint>();
  readonly decisions: Decision[] = [];
  handedOverMinor = 0n;
  status: RewardStatus | null = null;
  dueMinor = 0n;

  #refunds = new Map<string, { amountMinor: bigint; status: RefundStatus; kind: string }>();
  #disputes = new Map<string, DisputeState & { amountMinor: bigint }>();
  #sentMinor = 0n;
  #settledMinor: bigint | null = null;
  #before: RewardStatus | null = null;

  constructor(readonly history: Pick<History, "grantedMinor" | "paidMinor">) {}

  hears(told: Told): void {
    if (told.tells === "payment") {
      if (this.status === null) this.#step("pending", this.history.grantedMinor);
    } else if (told.tells === "refund") {
      const known = this.#refunds.get(told.key);
      this.#refunds.set(told.key, { amountMinor: told.amountMinor, kind: "refund", status: known ? higherRefundStatus(known.status, told.status) : told.status });
    } else {
      const known = this.#disputes.get(told.key);
      this.#disputes.set(told.key, { amountMinor: told.amountMinor, ...(known ? mergeDispute(known, told) : { status: told.status, fundsWithdrawn: told.fundsWithdrawn }) });
    }
    this.#settle();
  }

  /** What the rules refuse does not happen. */
  does(act: Act): void {
    if (this.status === null) return;
    const open = this.#takenBack().disputeOpen;
    if (act === "approve" && isUndecided(this.status) && !open) this.#decide("approve", "approved");
    else if (act === "undo" && this.status === "approved") this.#decide("undo", "pending");
    else if (act === "refuse" && isUndecided(this.status)) this.#decide("refuse", "rejected", 0n);
    else if (act === "restore" && this.status === "rejected") this.#decide("restore", "pending", this.#target());
    else if (act === "release" && this.status === "approved") this.#step("payable");
    else if (act === "send" && this.status === "payable") {
      this.#sentMinor = this.dueMinor;
      this.#decide("send", "in_transit");
    } else if (act === "return" && this.status === "in_transit") this.#decide("return", "payable");
    else if (act === "confirm" && this.status === "in_transit") {
      this.#settledMinor = this.#sentMinor;
      this.handedOverMinor += this.#sentMinor;
      this.#add("champion_payable:chp_1", this.#sentMinor);
      this.#add("stripe_credit_issued", -this.#sentMinor);
      this.#step("paid");
    }
    this.#settle();
  }

  #takenBack() {
    return takenBackOf(this.history.paidMinor, [...this.#refunds.values()], [...this.#disputes.values()]);
  }

  #target(): bigint {
    return targetAmount({ ...this.history, takenBackMinor: this.#takenBack().takenBackMinor });
  }

  #settle(): void {
    if (this.status === null || ledgerPlace(this.status) === "nowhere") return;
    const dueMinor = this.#target();
    const to = statusAfterAdjustment({ status: this.status, dueMinor, settledMinor: this.#settledMinor, statusBeforeReversal: this.#before });
    this.#step(to, dueMinor);
    const open = [...this.#disputes.values()].some((dispute) => disputeEffect(dispute) === "open");
    const stoppable = ["pending", "approved", "payable"].includes(this.status);
    if (open && stoppable) this.#step("held");
    if (!open && this.status === "held" && this.#isApproved()) this.#step("approved");
  }

  #isApproved(): boolean {
    return ["approve", "return", "send"].includes(this.decisions.at(-1) ?? "");
  }

  #decide(decision: Decision, to: RewardStatus, dueMinor = this.dueMinor): void {
    this.decisions.push(decision);
    this.#step(to, dueMinor);
  }

  #step(to: RewardStatus, dueMinor = this.dueMinor): void {
    const before = this.status === null ? null : { status: this.status, dueMinor: this.dueMinor };
    if (before && !isAllowedStep(before.status, to)) throw new Error(`a reward does not go from ${before.status} to ${to}`);
    if (to === "reversed" && before && before.status !== "reversed") this.#before = before.status;
    for (const { account, amountMinor } of postingsBetween(ACCOUNTS, before, { status: to, dueMinor })) this.#add(account, amountMinor);
    [this.status, this.dueMinor] = [to, dueMinor];
  }

  #add(account: string, amountMinor: bigint): void {
    this.book.set(account, (this.book.get(account) ?? 0n) + amountMinor);
  }
}
