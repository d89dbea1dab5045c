import type { Tx } from "~/platform/db.server";
import type { ComparedInstruction } from "./compare-hand-overs";
import type { ComparedReturn } from "./compare-returns";
import { reversalRequestSchema } from "./reversal-request";

export interface CustomerInstructions {
  customerId: string;
  instructions: ComparedInstruction[];
}

/** What was credited or may have been, customer by customer in the order of their ids, after one of them. */
export async function listCreditedAfter(tx: Tx, after: string, limit: number): Promise<CustomerInstructions[]> {
  return (
    await tx.$queryRaw<{ customerId: string; instructions: (Omit<ComparedInstruction, "amountMinor"> & { amountMinor: string })[] }[]>`
      select i.request ->> 'customerId' as "customerId",
             json_agg(json_build_object('id', i.id, 'rewardId', i.reward_id, 'providerRef', i.provider_ref, 'status', i.status,
                                        'amountMinor', i.amount_minor::text, 'currency', i.currency, 'idempotencyKey', i.idempotency_key,
                                        'returned', array(select r.intent_key from reversal r where r.instruction_id = i.id and r.status = 'confirmed'))) as instructions
        from instruction i
       where i.request ->> 'rail' = 'stripe_balance' and i.amount_minor > 0 and i.request ->> 'customerId' > ${after}
       group by 1 order by 1 limit ${limit}`
  ).map(({ customerId, instructions }) => ({
    customerId,
    instructions: instructions.map((one) => ({ ...one, amountMinor: BigInt(one.amountMinor) })),
  }));
}

/** Personal codes or free months that were handed over, after an instruction's id. */
export async function listGivenAfter(tx: Tx, rail: "promotion_code" | "free_month", after: string, limit: number): Promise<ComparedInstruction[]> {
  const given = await tx.instruction.findMany({
    where: { id: { gt: after }, status: "confirmed", amountMinor: { gt: 0 }, request: { path: ["rail"], equals: rail } },
    select: COMPARED,
    orderBy: { id: "asc" },
    take: limit,
  });
  // Each is looked up by its own name: what came back before has another.
  return given.map((one) => ({ ...one, returned: [] }));
}

/** Payments in cash that were sent since a moment, and the earlier ones that Stripe's transfers name. */
export async function listTransfersSince(tx: Tx, since: Date, named: readonly string[]): Promise<ComparedInstruction[]> {
  const sent = await tx.instruction.findMany({
    where: { rail: "transfer", amountMinor: { gt: 0 }, OR: [{ firstSentAt: { gte: since } }, { id: { in: [...named] } }] },
    select: COMPARED,
  });
  const returned = await tx.reversal.findMany({
    where: { instructionId: { in: sent.map(({ id }) => id) }, status: "confirmed" },
    select: { instructionId: true, intentKey: true },
  });
  return sent.map((one) => ({ ...one, returned: returned.filter(({ instructionId }) => instructionId === one.id).map(({ intentKey }) => intentKey) }));
}

interface StoredReturn {
  id: string;
  rewardId: string;
  providerRef: string | null;
  status: string;
  amountMinor: bigint;
  currency: string;
  request: unknown;
}

function comparedReturn({ request, ...stored }: StoredReturn): ComparedReturn {
  const parsed = reversalRequestSchema.parse(request);
  const givenRef = parsed.rail === "transfer" ? parsed.transferId : parsed.rail === "promotion_code" ? parsed.promotionCodeId : "";
  return { ...stored, givenRef };
}

/** Everything that was tried to take back of these instructions. */
export async function listReturnsOf(tx: Tx, instructionIds: string[]): Promise<ComparedReturn[]> {
  return (await tx.reversal.findMany({ where: { instructionId: { in: instructionIds } } })).map(comparedReturn);
}

/** Personal codes that were switched off, after a reversal's id. */
export async function listCodesOffAfter(tx: Tx, after: string, limit: number): Promise<ComparedReturn[]> {
  const where = { id: { gt: after }, status: "confirmed" as const, request: { path: ["rail"], equals: "promotion_code" } };
  return (await tx.reversal.findMany({ where, orderBy: { id: "asc" }, take: limit })).map(comparedReturn);
}

const COMPARED = { id: true, rewardId: true, providerRef: true, status: true, amountMinor: true, currency: true, idempotencyKey: true } as const;
