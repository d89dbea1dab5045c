import fc from "fast-check";
import type { RefundStatus } from "~/commerce/refund-status";

/** What Stripe or a shop tells about one payment: a picture of one thing at one moment. */
export type Told =
  | { tells: "payment" }
  | { tells: "refund"; key: string; amountMinor: bigint; status: RefundStatus }
  | { tells: "dispute"; key: string; amountMinor: bigint; status: string; fundsWithdrawn: boolean };

export type Act = "approve" | "undo" | "refuse" | "restore" | "release" | "send" | "confirm" | "return";

export interface History {
  grantedMinor: bigint;
  paidMinor: bigint;
  /** Each refund and dispute with everything it went through, in the order of the world. */
  stories: Exclude<Told, { tells: "payment" }>[][];
  /** What reaches us: every picture at least once, in any order and up to three times more, and what people do in between. */
  arrives: (Told | { does: Act })[];
}

const REFUND_STORIES: RefundStatus[][] = [
  ["succeeded"], ["pending", "succeeded"], ["pending", "succeeded", "failed"], ["succeeded", "failed"], ["pending", "failed"], ["pending", "canceled"], ["pending"],
];
const DISPUTE_STORIES: [status: string, fundsWithdrawn: boolean][][] = [
  [["needs_response", true], ["lost", true]],
  [["needs_response", true], ["under_review", true], ["won", false]],
  [["needs_response", true]],
  [["warning_needs_response", false], ["warning_closed", false]],
  [["warning_needs_response", false], ["warning_under_review", false]],
  [["needs_response", true], ["lost", true], ["appeal_under_review", true], ["won", false]],
];
const ACTS: Act[] = ["approve", "undo", "refuse", "restore", "release", "send", "confirm", "return"];
/** The straight way out of the house: most rewards take it, at least in part. */
const STRAIGHT: Act[] = ["approve", "release", "send", "confirm"];

const amount = fc.bigInt({ min: 1n, max: 20_000n });

export const aHistory: fc.Arbitrary<History> = fc
  .record({
    grantedMinor: fc.bigInt({ min: 1n, max: 5_000n }),
    paidMinor: fc.bigInt({ min: 1n, max: 20_000n }),
    refunds: fc.array(fc.record({ amountMinor: amount, story: fc.constantFrom(...REFUND_STORIES) }), { maxLength: 4 }),
    disputes: fc.array(fc.record({ amountMinor: amount, story: fc.constantFrom(...DISPUTE_STORIES) }), { maxLength: 2 }),
    straight: fc.nat(STRAIGHT.length),
    acts: fc.array(fc.constantFrom(...ACTS), { maxLength: 8 }),
  })
  .chain(({ grantedMinor, paidMinor, refunds, disputes, straight, acts }) => {
    const stories: History["stories"] = [
      ...refunds.map(({ amountMinor, story }, i) => story.map((status) => ({ tells: "refund" as const, key: `re_${i}`, amountMinor, status }))),
      ...disputes.map(({ amountMinor, story }, i) =>
        story.map(([status, fundsWithdrawn]) => ({ tells: "dispute" as const, key: `dp_${i}`, amountMinor, status, fundsWithdrawn }))),
    ];
    const told: Told[] = [{ tells: "payment" }, ...stories.flat()];
    const deeds = [...STRAIGHT.slice(0, straight), ...acts].map((does) => ({ does }));
    return fc
      .record({
        again: fc.array(fc.constantFrom(...told), { maxLength: 3 * told.length }),
        places: fc.array(fc.nat(1_000), { minLength: 4 * told.length, maxLength: 4 * told.length }),
        when: fc.array(fc.nat(1_000), { minLength: deeds.length, maxLength: deeds.length }),
      })
      .map(({ again, places, when }) => {
        // Pictures in any order at all; the deeds in theirs, anywhere among them.
        const pictures = [...told, ...again].map((what, i) => ({ what, at: places[i] ?? 0 }));
        const between = [...when].sort((a, b) => a - b).map((at, i) => ({ what: deeds[i] as { does: Act }, at }));
        const arrives = [...pictures, ...between].sort((a, b) => a.at - b.at).map(({ what }) => what);
        return { grantedMinor, paidMinor, stories, arrives };
      });
  });
