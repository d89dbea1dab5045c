import { compareSetbacks } from "~/commerce/compare-setbacks.server";
import { compareCode, compareCredits, compareMonth, compareTransfers, marksOf } from "~/fulfilment/compare-hand-overs";
import type { FoundDrift } from "~/fulfilment/drift";
import { compareCodeReturn, compareCreditReturns, compareTransferReturns } from "~/fulfilment/compare-returns";
import { listCodesOffAfter, listCreditedAfter, listGivenAfter, listReturnsOf, listTransfersSince } from "~/fulfilment/list-for-comparison.server";
import { recordDrifts } from "~/fulfilment/record-drifts.server";
import type { Clock } from "~/platform/clock.server";
import type { Database } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { listCustomerCredits, listMadeSince, readPersonalCode } from "~/platform/gateways/stripe-compare.server";
import { countCouponUses } from "~/platform/gateways/stripe-subscription.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import { log } from "~/platform/log.server";

interface Parts {
  db: Database;
  clock: Clock;
  stripe?: StripeClient;
}

const PART = 100;
const HOUR_MS = 3_600_000;
/** Refunds and disputes are compared this far back. */
const WINDOW_MS = 35 * 24 * HOUR_MS;
/** What is newer may still be on its way: the webhook, or the hourly look at Stripe's events. */
const ON_THE_WAY_MS = 3 * HOUR_MS;

/**
 * The job of every night (M18): each credit and code that was handed over or taken back, and each refund, dispute and transfer of the last
 * 35 days, against Stripe itself. A difference becomes a task on the desk. Nothing is recorded unless all of it was read.
 * @returns how many differences are new
 * @throws StripeCallError
 */
export async function compareWithStripe({ db = rootDb, clock = systemClock, stripe }: Deps & { stripe?: StripeClient } = {}): Promise<number> {
  const parts: Parts = { db, clock, stripe };
  const found = [...(await driftsOfCredits(parts)), ...(await driftsOf("promotion_code", parts)), ...(await driftsOf("free_month", parts)), ...(await driftsOfCodesOff(parts)), ...(await driftsOfSetbacks(parts))];
  const fresh = await recordDrifts(found, { db, clock });
  if (found.length > 0) log.warn({ found: found.length, fresh }, "Stripe and this portal differ");
  return fresh;
}

async function driftsOfCredits({ db, stripe }: Parts): Promise<FoundDrift[]> {
  const drifts: FoundDrift[] = [];
  for (let after = ""; ; ) {
    const customers = await db.transaction("list-credited", (tx) => listCreditedAfter(tx, after, PART));
    for (const { customerId, instructions } of customers) {
      const credits = (await listCustomerCredits(customerId, stripe)) ?? [];
      const returns = await db.transaction("list-returns", (tx) => listReturnsOf(tx, instructions.map(({ id }) => id)));
      drifts.push(...compareCredits(instructions, credits), ...compareCreditReturns(returns, credits));
    }
    const last = customers.at(-1);
    if (!last || customers.length < PART) return drifts;
    after = last.customerId;
  }
}

async function driftsOf(rail: "promotion_code" | "free_month", { db, stripe }: Parts): Promise<FoundDrift[]> {
  const drifts: FoundDrift[] = [];
  for (let after = ""; ; ) {
    const given = await db.transaction("list-given", (tx) => listGivenAfter(tx, rail, after, PART));
    for (const instruction of given) {
      const ref = instruction.providerRef ?? "";
      if (rail === "promotion_code") drifts.push(...compareCode(instruction, await readPersonalCode(ref, stripe)));
      else drifts.push(...compareMonth(instruction, await countCouponUses(ref, stripe)));
    }
    const last = given.at(-1);
    if (!last || given.length < PART) return drifts;
    after = last.id;
  }
}

async function driftsOfCodesOff({ db, stripe }: Parts): Promise<FoundDrift[]> {
  const drifts: FoundDrift[] = [];
  for (let after = ""; ; ) {
    const off = await db.transaction("list-codes-off", (tx) => listCodesOffAfter(tx, after, PART));
    for (const one of off) drifts.push(...compareCodeReturn(one, await readPersonalCode(one.givenRef, stripe)));
    const last = off.at(-1);
    if (!last || off.length < PART) return drifts;
    after = last.id;
  }
}

async function driftsOfSetbacks({ db, clock, stripe }: Parts): Promise<FoundDrift[]> {
  const since = new Date(clock.now().getTime() - WINDOW_MS);
  const until = new Date(clock.now().getTime() - ON_THE_WAY_MS);
  // A little further back than ours: a clock that differs hides none of them.
  const transfers = await listMadeSince("transfers", new Date(since.getTime() - HOUR_MS), stripe);
  const sent = await db.transaction("list-transfers", (tx) => listTransfersSince(tx, since, marksOf(transfers)));
  const returns = await db.transaction("list-returns", (tx) => listReturnsOf(tx, sent.map(({ id }) => id)));
  const ours = new Map(sent.map(({ providerRef, rewardId }) => [providerRef ?? "", rewardId]));
  const drifts = [...compareTransfers(sent, transfers), ...compareTransferReturns(returns, transfers, ours)];
  for (const of of ["refund", "dispute"] as const) {
    const things = await listMadeSince(`${of}s`, since, stripe);
    const differences = await db.transaction("compare-setbacks", (tx) => compareSetbacks(tx, { of, things, since, until }));
    drifts.push(...differences.map(({ what, ...difference }): FoundDrift => ({ ...difference, kind: `${of}_${what}`, rewardId: null })));
  }
  return drifts;
}
