import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disputeEffect, mergeDispute, type DisputeState } from "./dispute-state";
import { higherRefundStatus, refundStatusOf, type RefundStatus } from "./refund-status";
import { REST_OF_PAYMENT, takenBackOf, type DisputeFact, type RefundFact } from "./taken-back";

const refund = (amountMinor: bigint, status: RefundStatus = "succeeded", kind = "refund"): RefundFact => ({ amountMinor, status, kind });
const dispute = (status: string, fundsWithdrawn = false, amountMinor = 10_000n): DisputeFact => ({ amountMinor, status, fundsWithdrawn });

describe("what is taken back of a payment (M4, M6, M8, M9)", () => {
  it.each<[string, RefundFact[], DisputeFact[], bigint, string | null, boolean]>([
    ["nothing", [], [], 0n, null, false],
    ["part of it", [refund(2_500n)], [], 2_500n, "refund_partial", false],
    ["two parts", [refund(2_500n), refund(2_500n)], [], 5_000n, "refund_partial", false],
    ["all of it", [refund(10_000n)], [], 10_000n, "refund_full", false],
    ["more than was paid", [refund(6_000n), refund(6_000n)], [], 10_000n, "refund_full", false],
    ["whatever is left", [refund(4_000n), refund(REST_OF_PAYMENT)], [], 10_000n, "refund_full", false],
    ["a refund on its way", [refund(5_000n, "pending")], [], 0n, null, false],
    ["a refund that failed later", [refund(5_000n, "failed")], [], 0n, null, false],
    ["a refund that was cancelled", [refund(5_000n, "canceled")], [], 0n, null, false],
    ["credit by a note", [refund(3_000n, "succeeded", "credit_note")], [], 3_000n, "refund_partial", false],
    ["an open dispute", [], [dispute("needs_response")], 0n, null, true],
    ["a status we do not know", [], [dispute("something_new")], 0n, null, true],
    ["a dispute whose money is gone", [], [dispute("needs_response", true)], 10_000n, "dispute_lost", false],
    ["a lost dispute", [], [dispute("lost")], 10_000n, "dispute_lost", false],
    ["a won dispute whose money is still away", [], [dispute("won", true)], 0n, null, false],
    ["a refund and a lost dispute", [refund(4_000n)], [dispute("lost")], 10_000n, "dispute_lost", false],
    ["a chargeback told by the shop", [refund(10_000n, "succeeded", "chargeback")], [], 10_000n, "dispute_lost", false],
  ])("%s", (_title, refunds, disputes, takenBackMinor, cause, disputeOpen) => {
    expect(takenBackOf(10_000n, refunds, disputes)).toEqual({ takenBackMinor, cause, disputeOpen });
  });
});

describe("a status moves only up (M6)", () => {
  const status = fc.constantFrom<RefundStatus>("pending", "succeeded", "canceled", "failed");
  it("refunds: the order of messages is no fact", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(["pending", "succeeded", "failed"] as const, { minLength: 3 }), (told) => {
        expect(told.reduce<RefundStatus>(higherRefundStatus, "pending")).toBe("failed");
      }),
    );
    fc.assert(
      fc.property(status, status, status, (a, b, c) => {
        expect(higherRefundStatus(a, higherRefundStatus(b, c))).toBe(higherRefundStatus(higherRefundStatus(c, a), b));
      }),
    );
  });

  it("a word of Stripe's that we do not know takes nothing back", () => {
    expect(refundStatusOf("requires_action")).toBe("pending");
    expect(refundStatusOf(null)).toBe("pending");
    expect(refundStatusOf("failed")).toBe("failed");
  });

  const state = fc.record<DisputeState>({
    status: fc.constantFrom("warning_needs_response", "needs_response", "under_review", "lost", "won", "prevented", "new_word", "other_word"),
    fundsWithdrawn: fc.boolean(),
  });
  it("disputes: any order and any repetition gives the same state", () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 5 }), fc.infiniteStream(fc.nat(4)), (states, picks) => {
        const [first, ...rest] = states as [DisputeState, ...DisputeState[]];
        const straight = rest.reduce(mergeDispute, first);
        const again = [...picks.take(10)].map((i) => states[i % states.length] as DisputeState);
        expect([...states].reverse().reduce(mergeDispute)).toEqual(straight);
        expect(again.reduce(mergeDispute, straight)).toEqual(straight);
      }),
    );
  });

  it.each([
    ["needs_response", false, "open"], ["needs_response", true, "taken"], ["lost", false, "taken"], ["won", true, "none"],
    ["warning_closed", false, "none"], ["prevented", false, "none"], ["appeal_under_review", true, "taken"], ["?", false, "open"],
  ] as const)("%s, withdrawn %s: %s", (status, fundsWithdrawn, effect) => {
    expect(disputeEffect({ status, fundsWithdrawn })).toBe(effect);
  });

  it("money back ends a dispute that was won, in either order", () => {
    const won = { status: "won", fundsWithdrawn: true };
    const reinstated = { status: "won", fundsWithdrawn: false };
    expect(mergeDispute(won, reinstated)).toEqual(reinstated);
    expect(mergeDispute(reinstated, won)).toEqual(reinstated);
  });
});
