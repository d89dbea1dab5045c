import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { on } from "~/testing/builders/friend-history";
import { compareModels, COMPARED_MODELS, type ComparedTouch } from "./compare-models";

const aTouch = (champion: string, day: string, reason: string | null = "other_champion"): ComparedTouch => ({
  touchId: `touch-${champion}-${day}`, championId: champion, linkId: `link-${champion}`, touchedAt: on(day), source: `${champion}-${day}`, reason,
});
const owner = { championId: "A", linkId: "link-A" };

/** "A 500, B 500" per model. */
function parts(amountMinor: bigint, touches: ComparedTouch[], whose: typeof owner | null = owner) {
  const compared = compareModels({ amountMinor, owner: whose, touches });
  return COMPARED_MODELS.map((model) => compared[model].filter((one) => one.amountMinor > 0n).map((one) => `${one.championId} ${one.amountMinor}`).join(", "));
}

describe("one sale under other models", () => {
  it.each<[string, bigint, ComparedTouch[], string[]]>([
    ["one touch has all of it", 1000n, [aTouch("A", "3", null)], ["A 1000", "A 1000", "A 1000", "A 1000"]],
    [
      "two touches, told in any order", 1001n, [aTouch("B", "5"), aTouch("A", "3", null)],
      ["A 1001", "B 1001", "A 501, B 500", "A 501, B 500"],
    ],
    [
      "three touches: 40, 20 and 40 percent by position", 1000n, [aTouch("A", "3", null), aTouch("B", "4"), aTouch("C", "5")],
      ["A 1000", "C 1000", "A 334, B 333, C 333", "A 400, B 200, C 400"],
    ],
    [
      "five touches: the 20 percent are shared by those between", 1000n,
      [aTouch("A", "1", null), aTouch("B", "2"), aTouch("C", "3"), aTouch("B", "4"), aTouch("C", "5")],
      ["A 1000", "C 1000", "A 200, B 200, C 200, B 200, C 200", "A 400, B 67, C 67, B 66, C 400"],
    ],
    [
      "what could not count for a reason of its own has no part", 1000n,
      [aTouch("B", "1", "click_expired"), aTouch("C", "2", "self_referral"), aTouch("A", "3", null)],
      ["A 1000", "A 1000", "A 1000", "A 1000"],
    ],
    ["somebody met after the bind has one", 1000n, [aTouch("A", "3", null), aTouch("B", "5", "already_bound")], ["A 1000", "B 1000", "A 500, B 500", "A 500, B 500"]],
    ["given by hand to somebody without a touch", 1000n, [aTouch("B", "3", "manual_decision")], ["A 1000", "A 1000", "A 1000", "A 1000"]],
    ["a sale of nothing", 0n, [aTouch("A", "3", null)], ["", "", "", ""]],
  ])("%s", (_title, amountMinor, touches, expected) => {
    expect(parts(amountMinor, touches)).toEqual(expected);
  });

  it("a sale that is nobody's is nobody's under every model", () => {
    expect(parts(1000n, [aTouch("A", "3", "friend_not_new"), aTouch("B", "5", "already_bound")], null)).toEqual(["", "", "", ""]);
  });

  it("the parts of each model add up to the sale, and the order of telling is no fact", () => {
    const reason = fc.constantFrom(null, "other_champion", "already_bound", "click_expired");
    const touch = fc.record({ champion: fc.constantFrom("A", "B", "C"), day: fc.integer({ min: 0, max: 9 }), reason });
    const touches = fc.uniqueArray(touch, { maxLength: 9, selector: ({ champion, day }) => `${champion}-${day}` });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), touches, (amountMinor, told) => {
        const weighed = told.map((each) => aTouch(each.champion, String(each.day), each.reason));
        const compared = compareModels({ amountMinor, owner, touches: weighed });
        for (const model of COMPARED_MODELS) {
          expect(compared[model].reduce((sum, one) => sum + one.amountMinor, 0n)).toBe(amountMinor);
        }
        expect(compareModels({ amountMinor, owner, touches: [...weighed].reverse() })).toEqual(compared);
      }),
      { numRuns: 300 },
    );
  });
});
