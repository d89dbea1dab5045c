import type Stripe from "stripe";
import type { Dispute } from "../../../sandbox/stripe/objects/dispute";
import { appealRefusal } from "~/journeys/appeal-refusal.server";
import { approveRewards } from "~/journeys/approve-rewards.server";
import { fulfilReward } from "~/journeys/fulfil-reward.server";
import { giveAppealAnswer } from "~/journeys/give-appeal-answer.server";
import { refuseRewards } from "~/journeys/refuse-rewards.server";
import { releaseHolds } from "~/journeys/release-holds.server";
import { undoApprovals } from "~/journeys/undo-approvals.server";
import { championPayable, championPending } from "~/ledger/chart-of-accounts";
import { balanceOf } from "~/ledger/balance-of.server";
import { newId } from "~/platform/ids";
import type { Happening } from "../histories/happening";
import type { Decision, FinalDispute, FinalFacts } from "../histories/model";
import { TestClock } from "../test-clock";
import { aClickToken, aRecommender } from "./attribution";
import { aShop } from "./commerce";
import { aCompany, aProgram } from "./programs";
import { testDatabase } from "../test-database";

/** What a friend of a champion pays, and what the program's default rule gives for it. */
const PAID_MINOR = 8_000;
const GRANTED_MINOR = 1_000n;
/** A moment when every hold of this file is over. */
const LATER = new TestClock("2027-02-01T09:00:00Z");

const DECISIONS: Record<string, Decision> = {
  approve_reward: "approve", undo_approval: "undo", refuse_reward: "refuse", restore_reward: "restore", send_reward: "send",
};

/** A shop at Stripe, a program, and champions who are customers: where a history happens through the product's doors. Call it in `beforeAll`. */
export async function historyStage() {
  const test = await testDatabase();
  await aCompany(test.db);
  const shop = await aShop(test);
  const program = await aProgram(test.db, { slug: "friends", clock: test.clock, rules: { capPer30DaysMinor: null } });
  const late = { db: test.db, clock: LATER, stripe: shop.stripe };
  const { tables } = shop.sandbox.sandbox;

  async function aStory() {
    const owner = await aRecommender(test, program);
    const { id: customerId } = await shop.stripe.customers.create({ email: owner.person.email ?? "" });
    const customer = { id: newId("cst"), stripeCustomerId: customerId, personId: owner.person.id, knownSince: test.clock.now() };
    await test.db.transaction("a-customer", (tx) => tx.customer.create({ data: customer }));
    const began = tables.events.all().length;
    const session = await shop.buys({ email: `${newId("cst")}@example.test`, tokens: [await aClickToken(test, owner)], amountMinor: PAID_MINOR });
    const intent = String(session.payment_intent);
    const charge = String(tables.paymentIntents.get(intent).latest_charge);
    return { owner, customerId, began, intent, charge };
  }
  type Story = Awaited<ReturnType<typeof aStory>>;

  const eventsOf = ({ began }: Story) => tables.events.all().slice(began) as unknown as Stripe.Event[];
  const refundsOf = ({ charge }: Story) => tables.refunds.all().filter((refund) => refund.charge === charge);
  const disputesOf = ({ charge }: Story): Dispute[] => tables.disputes.all().filter((dispute) => dispute.charge === charge);
  const rewardOf = ({ owner }: Story) => test.db.transaction("read", (tx) => tx.reward.findFirst({ where: { championId: owner.champion.id } }));

  /** At the product's door, in this order; then its worker works. */
  async function tell(events: readonly Stripe.Event[]): Promise<void> {
    for (const event of events) await shop.deliver(event);
    await shop.works();
  }

  async function happens(happening: Happening, story: Story): Promise<unknown> {
    const { does } = happening;
    if (does === "tell") {
      const events = eventsOf(story);
      return await tell(events.slice(happening.which % events.length).slice(0, 1));
    }
    if (does === "refund") return await shop.stripe.refunds.create({ payment_intent: story.intent, amount: happening.amountMinor });
    if (does === "refund_fails") return await shop.sandbox.control("POST", `/refunds/${refundsOf(story)[0]?.id}/fail`);
    if (does === "dispute") return await shop.sandbox.control("POST", `/charges/${story.charge}/dispute`, { inquiry: happening.inquiry });
    if (does === "win" || does === "lose") return await shop.sandbox.control("POST", `/disputes/${disputesOf(story).at(-1)?.id}/${does}`);
    return await decides(does, story);
  }

  async function decides(does: Exclude<Happening["does"], "tell" | "refund" | "refund_fails" | "dispute" | "win" | "lose">, story: Story): Promise<unknown> {
    const reward = await rewardOf(story);
    if (!reward) return;
    const { id: rewardId, version, championId } = reward;
    const items = [{ rewardId, version }];
    const [by, other] = ["person:psn_admin", "person:psn_other"];
    switch (does) {
      case "approve":
        return await approveRewards({ items, by }, test);
      case "undo":
        return await undoApprovals({ items, by: other }, test);
      case "refuse":
        return await refuseRewards({ items, clauseNumber: 4, note: "Not a new recommendation.", by }, test);
      case "appeal":
        return await appealRefusal({ rewardId, championId, personId: story.owner.person.id, text: "Please look again." }, test);
      case "uphold": {
        const appeal = await test.db.transaction("read", (tx) => tx.appeal.findFirst({ where: { rewardId, answeredAt: null } }));
        return await giveAppealAnswer({ rewardId, appealId: appeal?.id ?? "", upheld: true, answer: "You were right.", by: other }, test);
      }
      case "release":
        return await releaseHolds(late);
      case "fulfil": {
        const found = await test.db.transaction("read", (tx) => tx.instruction.findUnique({ where: { rewardId } }));
        return found && (await fulfilReward({ instructionId: found.id }, late));
      }
    }
  }

  /** Everything that is true in the end: the world at Stripe, the decisions that were accepted, and the credit there really is. */
  async function endOf(story: Story): Promise<FinalFacts> {
    const reward = await rewardOf(story);
    const events = await test.db.transaction("read", (tx) => tx.rewardEvent.findMany({ where: { rewardId: reward?.id ?? "" }, orderBy: { version: "asc" } }));
    return {
      grantedMinor: GRANTED_MINOR,
      paidMinor: BigInt(PAID_MINOR),
      refunds: refundsOf(story).map(({ amount, status }) => ({ amountMinor: BigInt(amount), stands: status === "succeeded" })),
      disputes: disputesOf(story).map(({ amount, status }): FinalDispute => {
        const settled = ["won", "warning_closed", "prevented"].includes(status);
        return { amountMinor: BigInt(amount), came: settled ? "nothing" : status.startsWith("warning_") ? "open" : "lost" };
      }),
      decisions: events.flatMap(({ kind }) => DECISIONS[kind] ?? []),
      handedOverMinor: BigInt(-tables.customers.get(story.customerId).balance),
    };
  }

  async function bookOf(story: Story) {
    const { id } = story.owner.champion;
    const [pending, payable] = await test.db.transaction("read", (tx) =>
      Promise.all([balanceOf(tx, championPending(id), "EUR"), balanceOf(tx, championPayable(id), "EUR")]));
    return { dueMinor: (await rewardOf(story))?.dueMinor, pendingMinor: -pending, payableMinor: -payable };
  }

  return { ...test, shop, aStory, eventsOf, tell, happens, endOf, bookOf, rewardOf };
}

export type HistoryStage = Awaited<ReturnType<typeof historyStage>>;
