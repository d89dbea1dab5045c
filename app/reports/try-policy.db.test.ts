import { beforeAll, describe, expect, it } from "vitest";
import { trackRefund } from "~/journeys/track-refund.server";
import { PostgresDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { DEFAULT_POLICY } from "~/trust/trust-policy";
import { aClickToken, aRecommender } from "~/testing/builders/attribution";
import { purchaseStage, type PurchaseStage } from "~/testing/builders/purchases";
import { aSale } from "~/testing/builders/sales";
import { quartersBefore } from "./quarter";
import { tryPolicy } from "./try-policy.server";

let stage: PurchaseStage;
let reports: PostgresDatabase;
beforeAll(async () => {
  stage = await purchaseStage();
  reports = new PostgresDatabase(stage.urls.report, { poolSize: 2 });
  return () => reports.close();
});

describe("a policy tried on a quarter", () => {
  it("goes through what was really granted, compared and refunded, and writes nothing", async () => {
    stage.clock.set("2026-07-06T09:00:00Z");
    const anna = await aRecommender(stage, stage.friends, { joinedAt: new Date("2026-01-01") });
    const bought = async () => await aSale(stage, { token: await aClickToken(stage, anna) });
    const first = await bought();
    for (let friend = 1; friend <= 4; friend++) {
      stage.clock.advance({ days: 2 });
      await bought();
    }
    stage.clock.set("2026-07-26T09:00:00Z");
    await trackRefund({ refundId: newId("rfd"), saleInvoiceId: first.invoice, amountMinor: null, currency: null, kind: "refund" }, stage);
    stage.clock.set("2026-11-02T09:00:00Z");

    const [quarter] = quartersBefore(stage.clock.now());
    const { rules } = stage.friends.version;
    const present = { rules: { ...rules, holdDays: 14 as const }, trust: { ...DEFAULT_POLICY, adviceOnly: ["R8"] } };
    const tried = { rules: { ...rules, holdDays: 30 as const }, trust: { ...present.trust, level: "strict" as const } };
    const before = await stage.sql("select * from reward order by id");
    const result = await tryPolicy({ program: stage.friends, quarter: quarter!, present, tried }, { db: reports });
    expect(result).toMatchObject({
      quarter: { name: "2026-Q3" }, currency: "EUR", rewards: 5, cut: false,
      present: { paid: { rewards: 5 }, lost: { rewards: 1 }, byPerson: 3 },
      tried: { paid: { rewards: 4 }, lost: { rewards: 0 }, byPerson: 5 },
      caught: { rewards: 1 }, later: { champions: 1 },
    });
    expect(await stage.sql("select * from reward order by id")).toEqual(before);
  });
});
