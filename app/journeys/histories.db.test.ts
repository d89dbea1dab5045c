import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { historyStage, type HistoryStage } from "~/testing/builders/history-stage";
import { aCourse } from "~/testing/histories/happening";
import { owedBy } from "~/testing/histories/model";
import { provedRuns } from "~/testing/histories/proved-runs";
import { auditBooks } from "./audit-books.server";

let stage: HistoryStage;
beforeAll(async () => {
  stage = await historyStage();
});

it("payments, refunds, disputes and decisions in any order, up to eight at once, leave what the facts come to (F8, F9, I12 to I21)", async () => {
  await fc.assert(
    fc.asyncProperty(aCourse, async ({ waves, order }) => {
      const story = await stage.aStory();
      // What the rules refuse is refused; only the outcome counts here.
      for (const wave of waves) await Promise.allSettled(wave.map((one) => stage.happens(one, story)));
      const left = stage.eventsOf(story).map((event, i) => ({ event, at: order[i] ?? 0 }));
      await stage.tell(left.sort((a, b) => a.at - b.at).map(({ event }) => event));

      const owed = owedBy(await stage.endOf(story));
      expect(await stage.bookOf(story)).toEqual(owed);
    }),
    provedRuns({ short: 300, long: 2_000 }),
  );
  expect((await auditBooks({}, stage)).findings).toEqual([]);
}, 3_600_000);
