import Stripe from "stripe";
import { afterAll } from "vitest";
import { prepareInstruction } from "~/fulfilment/prepare-instruction.server";
import { beginPayoutDetails } from "~/journeys/begin-payout-details.server";
import { fulfilReward } from "~/journeys/fulfil-reward.server";
import { reverseHandOver } from "~/journeys/reverse-hand-over.server";
import { balanceOf } from "~/ledger/balance-of.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { ProgramRules } from "~/programs/program-rules";
import { approveReward } from "~/rewards/approve-reward.server";
import { adjustRewardForRefunds } from "~/rewards/adjust-reward-for-refunds.server";
import { releaseReward } from "~/rewards/release-reward.server";
import { holderOf, payableAccount } from "~/rewards/reward-holder";
import { discard, startTestSandbox } from "../../../sandbox/stripe/testing";
import { TestClock } from "../test-clock";
import { testDatabase } from "../test-database";
import { aReward, aRewardedChampion, type RewardedChampion } from "./rewards";

/** A moment when every hold of a reward granted at the test clock's start is over. */
const AFTER_HOLD = new TestClock("2026-12-03T09:00:00Z");
const ADMIN = "person:psn_admin";

interface JournalEntry {
  effect: string;
  object: string;
  facts: Record<string, unknown>;
}

/** A database and a stand-in Stripe with a short deadline: where rewards are handed over. Call it in `beforeAll`. */
export async function payoutStage() {
  const test = await testDatabase();
  const sandbox = await startTestSandbox();
  afterAll(() => discard(sandbox));
  const stripe = new Stripe("sk_test_sandbox", {
    host: "127.0.0.1",
    port: sandbox.port,
    protocol: "http",
    maxNetworkRetries: 0,
    timeout: 2_000,
  });
  const parts = { db: test.db, clock: AFTER_HOLD };
  const read = <T>(work: (tx: Tx) => Promise<T>) => test.db.transaction("read", work);

  /** A champion who is a customer at Stripe. */
  async function customerChampion(rules: Partial<ProgramRules> = {}) {
    const owner = await aRewardedChampion(test, rules);
    const { id } = await stripe.customers.create({ email: `${owner.person.id}@example.test` });
    const knownSince = test.clock.now();
    const customer = { id: newId("cst"), stripeCustomerId: id, personId: owner.person.id, knownSince };
    await read((tx) => tx.customer.create({ data: customer }));
    return { ...owner, customerId: id };
  }

  /** A champion who is paid in cash, with an account at Stripe that can be paid unless it still has to be filled in. */
  async function cashChampion({ ready = true, ...rules }: Partial<ProgramRules> & { ready?: boolean } = {}) {
    const owner = await aRewardedChampion(test, { rail: "transfer", minimumPayoutMinor: 0n, ...rules });
    const personId = owner.person.id;
    await beginPayoutDetails({ personId, returnUrl: "http://localhost/portal" }, { ...parts, stripe });
    const { stripeAccountId: accountId } = await read((tx) => tx.payoutAccount.findUniqueOrThrow({ where: { personId } }));
    const onboard = () => sandbox.control("POST", `/accounts/${accountId}/onboard`);
    if (ready) await onboard();
    return { ...owner, accountId, onboard };
  }

  let monthly: string | undefined;
  async function monthlyPrice(): Promise<string> {
    const product = await stripe.products.create({ name: "Coffee every month" });
    return (await stripe.prices.create({ product: product.id, currency: "eur", unit_amount: 2_400, recurring: { interval: "month" } })).id;
  }

  /** A champion with a subscription of EUR 24 a month, as far as Stripe told us, who is thanked with free months. */
  async function subscriber() {
    const owner = await customerChampion({ rail: "free_month" });
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: owner.customerId });
    const items = [{ price: (monthly ??= await monthlyPrice()) }];
    const { id } = await stripe.subscriptions.create({ customer: owner.customerId, items, default_payment_method: method.id });
    await read(async (tx) => {
      const customer = await tx.customer.findFirstOrThrow({ where: { stripeCustomerId: owner.customerId } });
      await tx.subscription.create({ data: { key: id, customerId: customer.id, status: "active", startedAt: test.clock.now() } });
    });
    const nextBill = async () => (await stripe.invoices.createPreview({ subscription: id })).amount_due;
    return { ...owner, subscriptionId: id, nextBill };
  }

  /** What refunds took back so far of the EUR 80 behind a reward. */
  async function refund(conversionId: string, takenBackMinor: bigint): Promise<void> {
    const cause = takenBackMinor === 8_000n ? ("refund_full" as const) : ("refund_partial" as const);
    await adjustRewardForRefunds({ conversionId, paidMinor: 8_000n, takenBackMinor, cause, factKey: "re_1" }, parts);
  }

  /** Money of the company's own at Stripe, of which payments in cash are made. */
  async function fund(amount = 1_000_000): Promise<void> {
    await stripe.paymentIntents.create({ amount, currency: "eur", payment_method: "pm_card_visa", confirm: true, automatic_payment_methods: { enabled: true, allow_redirects: "never" } });
    await sandbox.control("POST", "/clock", { advanceMs: 8 * 86_400_000 });
  }

  async function instructionFor(rewardId: string): Promise<string> {
    return await read(async (tx) => {
      const reward = await tx.reward.findUniqueOrThrow({ where: { id: rewardId } });
      const { championId, rail, currency } = reward;
      await prepareInstruction(tx, { rewardId, championId, account: payableAccount(holderOf(reward)), rail, currency, now: AFTER_HOLD.now() });
      return (await tx.instruction.findUniqueOrThrow({ where: { rewardId } })).id;
    });
  }

  async function release({ champion, rules, calendar }: RewardedChampion, rewardId: string): Promise<void> {
    await releaseReward({ rewardId, championId: champion.id, rules, calendar }, parts);
  }

  /** A reward of EUR 10 that is payable, with its instruction. */
  async function payable(owner: RewardedChampion) {
    const reward = await aReward(test, owner);
    await approveReward({ rewardId: reward.id, expectedVersion: reward.version, by: ADMIN }, parts);
    await release(owner, reward.id);
    return { reward, instructionId: await instructionFor(reward.id) };
  }

  const fulfil = (instructionId: string) => fulfilReward({ instructionId }, { ...parts, stripe });

  /** What Stripe itself says went back of one hand-over, in minor units. */
  async function takenBackAtStripe(instructionId: string): Promise<bigint> {
    const { providerRef, request, amountMinor } = await read((tx) => tx.instruction.findUniqueOrThrow({ where: { id: instructionId } }));
    const { rail, customerId, subscriptionId } = request as { rail: string; customerId: string; subscriptionId: string };
    const ref = providerRef ?? "";
    if (rail === "transfer") return BigInt((await stripe.transfers.retrieve(ref)).amount_reversed);
    if (rail === "promotion_code") return (await stripe.promotionCodes.retrieve(ref)).active ? 0n : amountMinor;
    if (rail === "free_month") return (await stripe.subscriptions.retrieve(subscriptionId)).discounts.length > 0 ? 0n : amountMinor;
    const { data } = await stripe.customers.listBalanceTransactions(customerId, { limit: 100 });
    return BigInt(data.reduce((sum, { amount }) => (amount > 0 ? sum + amount : sum), 0));
  }

  return {
    ...test,
    takenBackAtStripe,
    sandbox,
    stripe,
    afterHold: AFTER_HOLD,
    read,
    customerChampion,
    cashChampion,
    subscriber,
    refund,
    fund,
    instructionFor,
    release,
    payable,
    fulfil,
    reverse: (rewardId: string) => reverseHandOver({ rewardId }, { ...parts, stripe }),
    reversalsOf: (rewardId: string) => read((tx) => tx.reversal.findMany({ where: { rewardId }, orderBy: { createdAt: "asc" } })),
    settled: async (instructionId: string) => (await Promise.allSettled([fulfil(instructionId)]))[0]?.status,
    instruction: (id: string) => read((tx) => tx.instruction.findUniqueOrThrow({ where: { id } })),
    rewardOf: (id: string) => read((tx) => tx.reward.findUniqueOrThrow({ where: { id } })),
    balance: (account: string) => read((tx) => balanceOf(tx, account, "EUR")),
    /** What really happened at the provider because of one instruction: its own journal is the judge. */
    async effects(instructionId: string): Promise<JournalEntry[]> {
      const { effects } = await sandbox.control<{ effects: JournalEntry[] }>("GET", "/journal");
      return effects.filter(({ effect, facts }) => {
        const metadata = facts.metadata as Record<string, string> | undefined;
        return effect === "created" && metadata?.vouch_instruction === instructionId;
      });
    },
  };
}

export type PayoutStage = Awaited<ReturnType<typeof payoutStage>>;
