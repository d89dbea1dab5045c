import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { payoutAmount } from "./payout-amount";

const facts = { dueMinor: 1000n, balanceMinor: -1000n, otherUnsentMinor: 0n, otherInTransitMinor: 0n };

describe("payoutAmount (M12)", () => {
  it.each([
    ["nothing else on the account", {}, 1000n, 0n],
    ["another reward waiting", { balanceMinor: -1500n, otherUnsentMinor: 500n }, 1000n, 0n],
    ["another one on its way", { balanceMinor: -1700n, otherInTransitMinor: 700n }, 1000n, 0n],
    ["a receivable of 300", { balanceMinor: -700n }, 700n, 300n],
    ["a receivable larger than the reward", { balanceMinor: 500n }, 0n, 1000n],
    [
      "a receivable that another one on its way settles in part",
      { balanceMinor: -1300n, otherInTransitMinor: 500n },
      800n,
      200n,
    ],
    ["an older credit of 250", { balanceMinor: -1250n }, 1250n, -250n],
  ])("with %s", (_name, over, amountMinor, nettedMinor) => {
    expect(payoutAmount({ ...facts, ...over })).toEqual({ amountMinor, nettedMinor });
  });

  it("pays every reward out, less what is owed, whatever the order", () => {
    const amount = fc.bigInt({ min: 1n, max: 10_000n });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 8 }),
        fc.bigInt({ min: -5_000n, max: 50_000n }),
        (dues, receivable) => {
          const total = dues.reduce((sum, due) => sum + due, 0n);
          let balanceMinor = receivable - total;
          let unsent = total;
          let paid = 0n;
          for (const dueMinor of dues) {
            unsent -= dueMinor;
            const { amountMinor } = payoutAmount({
              dueMinor,
              balanceMinor,
              otherUnsentMinor: unsent,
              otherInTransitMinor: 0n,
            });
            expect(amountMinor >= 0n).toBe(true);
            balanceMinor += amountMinor;
            paid += amountMinor;
          }
          expect(paid).toBe(total > receivable ? total - receivable : 0n);
        },
      ),
    );
  });
});
