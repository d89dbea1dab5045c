import fc from "fast-check";
import { expect, it } from "vitest";
import { aHistory, type History } from "~/testing/histories/history";
import { RewardInMemory } from "~/testing/histories/in-memory";
import { owedBy, type FinalDispute } from "~/testing/histories/model";
import { provedRuns } from "~/testing/histories/proved-runs";

/** How each story of the world ended. */
function endOf({ stories, grantedMinor, paidMinor }: History) {
  const ends = stories.flatMap((story) => story.at(-1) ?? []);
  return {
    grantedMinor,
    paidMinor,
    refunds: ends.flatMap((end) => (end.tells === "refund" ? { amountMinor: end.amountMinor, stands: end.status === "succeeded" } : [])),
    disputes: ends.flatMap((end): FinalDispute[] => {
      if (end.tells !== "dispute") return [];
      const won = ["won", "warning_closed"].includes(end.status);
      return [{ amountMinor: end.amountMinor, came: won ? "nothing" : end.fundsWithdrawn ? "lost" : "open" }];
    }),
  };
}

it("whatever is told in whatever order and however often, the book owes what the facts come to (F8, I13 to I17)", () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      const reward = new RewardInMemory(history);
      for (const one of history.arrives) {
        if ("does" in one) reward.does(one.does);
        else reward.hears(one);
        // `expect` would take longer than everything else here together.
        if ([...reward.book.values()].reduce((sum, amount) => sum + amount, 0n) !== 0n) throw new Error("the book does not balance");
        if (reward.dueMinor < 0n || reward.dueMinor > history.grantedMinor) throw new Error(`${reward.dueMinor} is due of ${history.grantedMinor}`);
      }
      const { decisions, handedOverMinor } = reward;
      const owed = owedBy({ ...endOf(history), decisions, handedOverMinor });
      const booked = (account: string) => -(reward.book.get(account) ?? 0n);
      expect({ dueMinor: reward.dueMinor, pendingMinor: booked("champion_pending:chp_1"), payableMinor: booked("champion_payable:chp_1") }).toEqual(owed);
    }),
    provedRuns({ short: 10_000, long: 100_000 }),
  );
});
