import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { auditLedger } from "~/ledger/audit-ledger.server";
import { championPayable } from "~/ledger/chart-of-accounts";
import { adjustRewardForRefunds } from "~/rewards/adjust-reward-for-refunds.server";
import { auditRewards } from "~/rewards/audit-rewards.server";
import { holdForDispute } from "~/rewards/hold-for-dispute.server";
import type { RewardRow } from "~/rewards/reward-row";
import { aReward } from "~/testing/builders/rewards";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import { appealRefusal } from "./appeal-refusal.server";
import { approveRewards } from "./approve-rewards.server";
import { giveAppealAnswer } from "./give-appeal-answer.server";
import { refuseRewards } from "./refuse-rewards.server";
import { undoApprovals } from "./undo-approvals.server";

let stage: PayoutStage;
beforeAll(async () => {
  stage = await payoutStage();
});

type Act =
  | { do: "approve" | "refuse" | "undo" | "appeal" | "uphold" | "release" | "fulfil" }
  | { do: "refund"; takenBackMinor: bigint }
  | { do: "dispute"; open: boolean };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constantFrom("approve", "refuse", "undo", "appeal", "uphold", "release", "fulfil") }),
  fc.record({ do: fc.constant("refund" as const), takenBackMinor: fc.bigInt({ min: 0n, max: 8_000n }) }),
  fc.record({ do: fc.constant("dispute" as const), open: fc.boolean() }),
);
/** The straight way out of the house; a history may begin anywhere on it. */
const STRAIGHT: Act[] = [{ do: "approve" }, { do: "release" }, { do: "fulfil" }];
/** Waves of things that happen at the same moment. */
const history = fc
  .tuple(fc.nat(STRAIGHT.length), fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { maxLength: 5 }))
  .map(([done, waves]) => [...STRAIGHT.slice(0, done).map((step) => [step]), ...waves]);

type Owner = Awaited<ReturnType<PayoutStage["customerChampion"]>>;

async function happens(step: Act, owner: Owner, { id: rewardId, conversionId }: RewardRow): Promise<unknown> {
  const { version } = await stage.rewardOf(rewardId);
  const items = [{ rewardId, version }];
  const late = { db: stage.db, clock: stage.afterHold };
  const [by, other] = ["person:psn_admin", "person:psn_other"];
  switch (step.do) {
    case "approve":
      return await approveRewards({ items, by }, stage);
    case "refuse":
      return await refuseRewards({ items, clauseNumber: 4, note: "Not a new recommendation.", by }, stage);
    case "undo":
      return await undoApprovals({ items, by: other }, stage);
    case "appeal": {
      const from = { championId: owner.champion.id, personId: owner.person.id };
      return await appealRefusal({ rewardId, ...from, text: "Please look again." }, stage);
    }
    case "uphold": {
      const appeal = await stage.read((tx) => tx.appeal.findFirst({ where: { rewardId, answeredAt: null } }));
      const answer = {
        rewardId,
        appealId: appeal?.id ?? "",
        upheld: true,
        answer: "You were right.",
        by: other,
      };
      return await giveAppealAnswer(answer, late);
    }
    case "release":
      await stage.release(owner, rewardId);
      return (await stage.rewardOf(rewardId)).status === "payable" && stage.instructionFor(rewardId);
    case "fulfil": {
      const found = await stage.read((tx) => tx.instruction.findUnique({ where: { rewardId } }));
      return found && stage.fulfil(found.id);
    }
    case "refund": {
      const { takenBackMinor } = step;
      const cause =
        takenBackMinor === 0n ? null : takenBackMinor === 8_000n ? "refund_full" : "refund_partial";
      const facts = { paidMinor: 8_000n, takenBackMinor, cause, factKey: `re:${takenBackMinor}` } as const;
      return await adjustRewardForRefunds({ conversionId, ...facts }, stage);
    }
    case "dispute":
      return await holdForDispute({ conversionId, open: step.open, factKey: "dp_1" }, stage);
  }
}

/** What Stripe's customer really has, in minor units. */
async function creditOf({ customerId }: Owner): Promise<bigint> {
  const customer = await stage.stripe.customers.retrieve(customerId);
  return customer.deleted ? 0n : BigInt(-customer.balance);
}

describe("approve, refuse, refund, dispute, release and hand-over in any order and at once (F9)", () => {
  it("leave books that agree with the facts and with Stripe (I12 to I21)", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (waves) => {
        const owner = await stage.customerChampion({ capPer30DaysMinor: null });
        const reward = await aReward(stage, owner);
        // What the rules refuse is refused; only the outcome counts here.
        for (const wave of waves) await Promise.allSettled(wave.map((step) => happens(step, owner, reward)));

        const findings = await stage.read(async (tx) => [
          ...(await auditLedger(tx)),
          ...(await auditRewards(tx)),
        ]);
        expect(findings).toEqual([]);
        const where = { championId: owner.champion.id, status: "confirmed" as const };
        const handedOver = await stage.read((tx) => tx.instruction.findMany({ where }));
        const sum = handedOver.reduce((total, { amountMinor }) => total + amountMinor, 0n);
        expect(await creditOf(owner)).toBe(sum);
        const { dueMinor, status } = await stage.rewardOf(reward.id);
        const owed = ["pending", "held", "rejected", "expired"].includes(status) ? 0n : dueMinor;
        expect(await stage.balance(championPayable(owner.champion.id))).toBe(sum - owed);
      }),
      { numRuns: 25 },
    );
  }, 180_000);
});
