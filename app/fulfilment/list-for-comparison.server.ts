import type { Tx } from "~/platform/db.server";
import type { ComparedInstruction } from "./compare-hand-overs";

export interface CustomerInstructions {
  customerId: string;
  instructions: ComparedInstruction[];
}

/** What was credited or may have been, customer by customer in the order of their ids, after one of them. */
export async function listCreditedAfter(tx: Tx, after: string, limit: number): Promise<CustomerInstructions[]> {
  return (
    await tx.$queryRaw<{ customerId: string; instructions: (Omit<ComparedInstruction, "amountMinor"> & { amountMinor: string })[] }[]>`
      select request ->> 'customerId' as "customerId",
             json_agg(json_build_object('id', id, 'rewardId', reward_id, 'providerRef', provider_ref, 'status', status,
                                        'amountMinor', amount_minor::text, 'currency', currency)) as instructions
        from instruction
       where request ->> 'rail' = 'stripe_balance' and amount_minor > 0 and request ->> 'customerId' > ${after}
       group by 1 order by 1 limit ${limit}`
  ).map(({ customerId, instructions }) => ({
    customerId,
    instructions: instructions.map((one) => ({ ...one, amountMinor: BigInt(one.amountMinor) })),
  }));
}

/** Personal codes or free months that were handed over, after an instruction's id. */
export async function listGivenAfter(tx: Tx, rail: "promotion_code" | "free_month", after: string, limit: number): Promise<ComparedInstruction[]> {
  return await tx.instruction.findMany({
    where: { id: { gt: after }, status: "confirmed", amountMinor: { gt: 0 }, request: { path: ["rail"], equals: rail } },
    select: { id: true, rewardId: true, providerRef: true, status: true, amountMinor: true, currency: true },
    orderBy: { id: "asc" },
    take: limit,
  });
}

/** Payments in cash that were sent since a moment, and the earlier ones that Stripe's transfers name. */
export async function listTransfersSince(tx: Tx, since: Date, named: readonly string[]): Promise<ComparedInstruction[]> {
  return await tx.instruction.findMany({
    where: { rail: "transfer", amountMinor: { gt: 0 }, OR: [{ firstSentAt: { gte: since } }, { id: { in: [...named] } }] },
    select: { id: true, rewardId: true, providerRef: true, status: true, amountMinor: true, currency: true },
  });
}
