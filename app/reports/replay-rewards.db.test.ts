import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { trackRefund } from "~/journeys/track-refund.server";
import { PostgresDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { ProgramRules } from "~/programs/program-rules";
import { inOrder, thanksForFirst, UNCONDITIONAL, type RewardRule } from "~/programs/reward-rule";
import { aClickToken, aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aProgram } from "~/testing/builders/programs";
import { purchaseStage, type PurchaseStage } from "~/testing/builders/purchases";
import { aSale } from "~/testing/builders/sales";
import { readReplayFacts } from "./read-replay-facts.server";
import { replayRewards } from "./replay-rewards";
import { toTheEnd } from "./to-the-end.server";

const flat = (amountMinor: bigint) => ({ kind: "flat", amountMinor }) as const;
const FIRST = thanksForFirst(flat(1_000n));
const LATER: RewardRule = { ...UNCONDITIONAL, key: "every", trigger: "every_purchase", months: 2, worth: { kind: "percent", basisPoints: 725 } };

let stage: PurchaseStage;
let reports: PostgresDatabase;
let count = 0;
beforeAll(async () => {
  stage = await purchaseStage();
  reports = new PostgresDatabase(stage.urls.report, { poolSize: 2 });
  return () => reports.close();
});

type Act =
  | { do: "buy"; champion: number; friend: number; euros: number }
  | { do: "refund"; sale: number; euros: number | null }
  | { do: "wait"; hours: number }
  | { do: "begin" };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("buy" as const), champion: fc.nat(1), friend: fc.nat(4), euros: fc.integer({ min: 5, max: 300 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("refund" as const), sale: fc.nat(40), euros: fc.option(fc.integer({ min: 1, max: 80 })) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 24 * 20 }) }) },
  { weight: 1, arbitrary: fc.constant({ do: "begin" as const }) },
);

const limit = fc.option(fc.bigInt({ min: 500n, max: 6_000n }));
const tried: fc.Arbitrary<Partial<ProgramRules>> = fc.record({
  rewards: fc
    .tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean())
    .map(([tiers, large, later, friends]) =>
      inOrder([
        FIRST,
        ...(tiers ? [{ ...FIRST, key: "third", fromFriend: 3, worth: flat(2_000n) }] : []),
        ...(large ? [{ ...FIRST, key: "large", leastMinor: 15_000n, worth: { kind: "percent", basisPoints: 2_500 } } as RewardRule] : []),
        ...(later ? [LATER] : []),
        ...(friends ? [{ ...FIRST, key: "theirs", forWhom: "friend" as const, worth: flat(400n) }, { ...LATER, key: "each", forWhom: "both" as const, months: 1 }] : []),
      ]),
    ),
  // A friend never gets more than a champion can have (W20).
  ownOffer: fc.constant(flat(2_000n)),
  minimumPurchaseMinor: fc.constantFrom(0n, 3_000n),
  capPer30DaysMinor: limit,
  capPerFriendMinor: limit,
  budgetPer30DaysMinor: limit,
});

/** Lets a history happen under rules. @returns the program, and since when payments are to be replayed */
async function live(rules: Partial<ProgramRules>, history: readonly Act[]) {
  const program = await aProgram(stage.db, { slug: `replayed-${++count}`, rules, clock: stage.clock });
  const champions = [await aRecommender(stage, program), await aRecommender(stage, program)];
  const sales: { invoice: string }[] = [];
  const friends = new Map<string, string>();
  let since = stage.clock.now();
  for (const step of history) {
    stage.clock.advance({ seconds: 1 });
    if (step.do === "wait") stage.clock.advance({ hours: step.hours });
    if (step.do === "begin") since = stage.clock.now();
    if (step.do === "buy") {
      const champion = champions[step.champion] as Recommender;
      const name = `${step.champion}:${step.friend}`;
      const isNew = !friends.has(name);
      const buyer = friends.get(name) ?? newId("cst");
      friends.set(name, buyer);
      const token = isNew ? await aClickToken(stage, champion) : null;
      sales.push(await aSale(stage, { token, buyer, amountMinor: BigInt(step.euros) * 100n }));
    }
    const sale = step.do === "refund" ? sales[step.sale % Math.max(1, sales.length)] : undefined;
    if (step.do === "refund" && sale) {
      const amountMinor = step.euros === null ? null : BigInt(step.euros) * 100n;
      await trackRefund({ refundId: newId("rfd"), saleInvoiceId: sale.invoice, amountMinor, currency: null, kind: "refund" }, stage);
    }
  }
  stage.clock.advance({ seconds: 1 });
  return { program, since };
}

/** What was really granted since a moment, and what the same rules give in a replay. */
async function bothTellings({ program, since }: Awaited<ReturnType<typeof live>>) {
  const real = await stage.sql<{ conversionId: string; side: string; rule: string; granted: string; due: string }>(
    `select r.conversion_id as "conversionId", r.side, r.rule_key as rule, case when r.status = 'rejected' then 0 else r.granted_minor end::text as granted,
            r.due_minor::text as due
       from reward r join conversion c on c.id = r.conversion_id
      where r.program_id = $1 and c.occurred_at >= $2 order by r.conversion_id, r.side`,
    program.id,
    since,
  );
  const facts = await readReplayFacts({ programId: program.id, currency: "EUR", since }, { db: reports, clock: stage.clock });
  const replayed = (await toTheEnd(replayRewards(facts, () => program.version.rules)))
    .map(({ payment, ruleKey, grantedMinor, dueMinor }) => ({
      conversionId: payment.conversionId, side: payment.side, rule: ruleKey, granted: String(grantedMinor), due: String(dueMinor),
    }))
    .sort((a, b) => (a.conversionId + a.side < b.conversionId + b.side ? -1 : 1));
  return { real, replayed };
}

describe("a replay under the rules in force", () => {
  it("gives to the cent what was really granted, whatever happened and wherever it begins", async () => {
    const compared: number[] = [];
    await fc.assert(
      fc.asyncProperty(tried, fc.array(act, { minLength: 12, maxLength: 30 }), async (rules, history) => {
        const { real, replayed } = await bothTellings(await live(rules, history));
        expect(replayed).toEqual(real);
        compared.push(real.length);
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(compared.some((rewards) => rewards > 0)).toBe(true);
  });

  it("knows renewals and product groups of payments at Stripe", async () => {
    const renewal: RewardRule = { ...LATER, key: "renewal", trigger: "renewal", group: "Coffee " };
    const rewards = inOrder([FIRST, renewal]);
    const program = await aProgram(stage.db, { slug: `replayed-${++count}`, rules: { rewards }, clock: stage.clock });
    const anna = await aRecommender(stage, program);
    const since = stage.clock.now();
    await stage.shop.at(since);
    await stage.shop.buys({ email: stage.anAddress(), tokens: [await aClickToken(stage, anna)], subscription: true });
    await stage.shop.tells();
    await stage.shop.later({ days: 32 });
    await stage.shop.tells();
    stage.clock.advance({ seconds: 1 });
    const { real, replayed } = await bothTellings({ program, since });
    expect(real.map(({ rule }) => rule).sort()).toEqual(["renewal", "reward"]);
    expect(replayed).toEqual(real);
  });
});
