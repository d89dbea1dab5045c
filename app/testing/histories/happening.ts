import fc from "fast-check";

/** One thing that happens in the world, at the desk, or at the product's door. */
export type Happening =
  | { does: "approve" | "undo" | "refuse" | "appeal" | "uphold" | "release" | "fulfil" | "refund_fails" | "win" | "lose" }
  | { does: "refund"; amountMinor: number }
  | { does: "dispute"; inquiry: boolean }
  /** One of the events there are by now is delivered, be it again. */
  | { does: "tell"; which: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant("tell" as const), which: fc.nat(30) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom("approve", "undo", "refuse", "appeal", "uphold", "release", "fulfil", "refund_fails", "win", "lose") }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("refund" as const), amountMinor: fc.integer({ min: 1, max: 8_000 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("dispute" as const), inquiry: fc.boolean() }) },
);

/** The straight way out of the house; a history may begin anywhere on it. */
const STRAIGHT: Happening[][] = [[{ does: "tell", which: 0 }, { does: "tell", which: 1 }, { does: "tell", which: 2 }], [{ does: "approve" }], [{ does: "release" }], [{ does: "fulfil" }]];

export interface Course {
  /** One to eight things that happen at the same moment, wave after wave. */
  waves: Happening[][];
  /** In which order what is left is told in the end. */
  order: number[];
}

export const aCourse: fc.Arbitrary<Course> = fc
  .record({
    straight: fc.nat(STRAIGHT.length),
    waves: fc.array(fc.array(happening, { minLength: 1, maxLength: 8 }), { maxLength: 4 }),
    order: fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 }),
  })
  .map(({ straight, waves, order }) => ({ waves: [...STRAIGHT.slice(0, straight), ...waves], order }));
