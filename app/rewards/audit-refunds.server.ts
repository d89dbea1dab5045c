import { isOfCurrency, takenBackOf, type DisputeFact, type RefundFact } from "~/commerce/taken-back";
import type { Tx } from "~/platform/db.server";
import { lookInParts } from "~/platform/look-in-parts";
import type { RewardFinding } from "./audit-rewards.server";
import { ledgerPlace, type RewardStatus } from "./reward";
import { targetAmount } from "./reward-target";

interface RewardOfPayment {
  id: string;
  status: RewardStatus;
  grantedMinor: bigint;
  dueMinor: bigint;
  takenBackMinor: bigint;
  paidMinor: bigint;
  /** Of the payment. */
  currency: string;
  /** Every name a refund or dispute may call the payment by. */
  paymentKeys: string[];
  /** By facts heard of later the payment was somebody else's, or thanked for already (A6). */
  mistaken: boolean;
}

/**
 * Computes what is left of every reward from the refunds and disputes themselves, at the ratio of its grant, and compares
 * that with what stands (I15, M3, M4). Nothing found is an empty list.
 */
export async function auditRefunds(tx: Tx): Promise<RewardFinding[]> {
  return await lookInParts(
    (after, limit) => rewardsOfPayments(tx, after, limit),
    async (rewards) => {
      const paymentKey = { in: [...new Set(rewards.flatMap(({ paymentKeys }) => paymentKeys))] };
      const refunds = byPayment((await tx.refund.findMany({ where: { paymentKey } })) as (RefundFact & { paymentKey: string; currency: string })[]);
      const disputes = byPayment<DisputeFact & { paymentKey: string }>(await tx.dispute.findMany({ where: { paymentKey } }));
      return rewards.flatMap((reward) => {
        const of = <Fact>(facts: Map<string, Fact[]>) => [...new Set(reward.paymentKeys)].flatMap((key) => facts.get(key) ?? []);
        return wronglyTakenBack(reward, of(refunds), of(disputes));
      });
    },
  );
}

function wronglyTakenBack(
  reward: RewardOfPayment,
  refunds: (RefundFact & { currency: string })[],
  disputes: DisputeFact[],
): RewardFinding[] {
  const { id: rewardId, paidMinor, currency, grantedMinor } = reward;
  // Nothing is due where it was refused or ran out, whatever went back.
  if (ledgerPlace(reward.status) === "nowhere") return [];
  const told = takenBackOf(paidMinor, refunds.filter((refund) => isOfCurrency(refund, currency)), disputes).takenBackMinor;
  const takenBackMinor = reward.mistaken ? paidMinor : told;
  const due = targetAmount({ grantedMinor, paidMinor, takenBackMinor });
  if (reward.takenBackMinor === takenBackMinor && reward.dueMinor === due) return [];
  return [{ invariant: "I15", rewardId, detail: `${takenBackMinor} of ${paidMinor} went back, which leaves ${due}; ${reward.dueMinor} stands` }];
}

async function rewardsOfPayments(tx: Tx, after: string, limit: number): Promise<RewardOfPayment[]> {
  return await tx.$queryRaw<RewardOfPayment[]>`
    select r.id, r.status::text as status, r.granted_minor as "grantedMinor", r.due_minor as "dueMinor",
           r.taken_back_minor as "takenBackMinor", p.paid_minor as "paidMinor", p.currency,
           array_remove(array[p.key, p.payment_intent_id, p.invoice_id], null) as "paymentKeys",
           c.champion_id is distinct from r.champion_id or coalesce(last.note like 'decision:%', false) as mistaken
      from reward r
      join conversion c on c.id = r.conversion_id
      join purchase p on p.id = c.purchase_id
      left join lateral (
        select e.note from reward_event e
         where e.reward_id = r.id and e.kind = 'adjust_reward' order by e.version desc limit 1) last on true
     where r.milestone = 0 and r.id > ${after} order by r.id limit ${limit}`;
}

function byPayment<Fact extends { paymentKey: string }>(facts: readonly Fact[]): Map<string, Fact[]> {
  const grouped = new Map<string, Fact[]>();
  for (const fact of facts) grouped.set(fact.paymentKey, [...(grouped.get(fact.paymentKey) ?? []), fact]);
  return grouped;
}
