import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aTouch, on } from "~/testing/builders/friend-history";
import { presentedTouches } from "./presented-touches";

const token = aTouch("token", "A", "3", "12", { source: "clk_1" });
const code = aTouch("code", "B", "12", "12", { source: "BEA" });

describe("touches as facts (I23)", () => {
  it("count as presented by the earliest payment that carried them, whichever was told first", () => {
    const carried = [{ source: "clk_1", at: on("12") }, { source: "clk_1", at: on("10") }, { source: "clk_9", at: on("1") }];
    expect(presentedTouches([token], carried)).toEqual([{ ...token, presentedAt: on("10") }]);
  });

  it("a typed code was touched when it was presented", () => {
    const [told] = presentedTouches([code], [{ source: "BEA", at: on("10") }]);
    expect(told).toMatchObject({ touchedAt: on("10"), presentedAt: on("10") });
  });

  it("the same click as a token and as a claim is one touch, and a code of the same letters is another", () => {
    const claim = { ...token, id: "touch-claim", kind: "claim" as const, presentedAt: on("11") };
    expect(presentedTouches([token, claim], [])).toEqual([{ ...token, presentedAt: on("11") }]);
    expect(presentedTouches([token, { ...code, source: "clk_1" }], [])).toHaveLength(2);
  });

  it("the order of payments is no fact", () => {
    const carried = ["12", "10", "11"].map((day) => ({ source: "clk_1", at: on(day) }));
    fc.assert(
      fc.property(fc.shuffledSubarray(carried, { minLength: 3 }), (order) => {
        expect(presentedTouches([token, code], order)).toEqual(presentedTouches([token, code], carried));
      }),
    );
  });
});
