import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import { reversalRequestSchema, type ReversalRequest } from "./reversal-request";

export type ReversalRow = NonNullable<Awaited<ReturnType<typeof findOpenReversal>>>;

/** The reversal of an instruction whose outcome nobody knows yet; null when none is under way. */
export async function findOpenReversal(tx: Tx, instructionId: string) {
  const row = await tx.reversal.findFirst({ where: { instructionId, status: { in: ["sent", "unknown"] } } });
  return row && { ...row, request: reversalRequestSchema.parse(row.request) };
}

/** What came back of one intent so far, in minor units. */
export async function sumReturned(tx: Tx, intentKey: string): Promise<bigint> {
  const { _sum } = await tx.reversal.aggregate({ where: { intentKey, status: "confirmed" }, _sum: { amountMinor: true } });
  return _sum.amountMinor ?? 0n;
}

/** What was taken off a payable account and is on its way back, in minor units. */
export async function sumComingBack(tx: Tx, { account, currency }: { account: string; currency: string }): Promise<bigint> {
  const where = { account, currency, status: { in: ["sent" as const, "unknown" as const] } };
  return (await tx.reversal.aggregate({ where, _sum: { amountMinor: true } }))._sum.amountMinor ?? 0n;
}

/** Whether what the provider calls so is in the book already. */
export async function isReturnKnown(tx: Tx, providerRef: string): Promise<boolean> {
  return (await tx.reversal.count({ where: { providerRef } })) > 0;
}

/** Everything that was tried to take back of an instruction, the oldest first. */
export async function listReversalsOf(tx: Tx, instructionId: string) {
  return await tx.reversal.findMany({ where: { instructionId }, orderBy: { createdAt: "asc" } });
}

interface NewReversal {
  instructionId: string;
  rewardId: string;
  account: string;
  intentKey: string;
  amountMinor: bigint;
  currency: string;
  request: ReversalRequest;
  status: "sent" | "confirmed";
  /** The provider's name for what happened there without us; otherwise the reversal's own id. */
  idempotencyKey?: string;
  claimToken?: string;
  providerRef?: string;
  confirmedAt?: Date;
  createdAt: Date;
}

/** One open per instruction (index in SQL); its id names it at the provider, too. */
export async function insertReversal(tx: Tx, reversal: NewReversal): Promise<ReversalRow> {
  const id = newId("rvl");
  const row = await tx.reversal.create({ data: { idempotencyKey: id, ...reversal, id, attempts: 1 } });
  return { ...row, request: reversal.request };
}

export async function claimReversalAgain(tx: Tx, { id, attempts }: ReversalRow, claimToken: string): Promise<void> {
  await tx.reversal.update({ where: { id }, data: { claimToken, attempts: attempts + 1 } });
}

interface Outcome {
  status: "confirmed" | "failed" | "unknown" | "sent";
  amountMinor?: bigint;
  providerRef?: string;
  confirmedAt?: Date;
  error: string | null;
}

/** Writes the outcome of a call, only for the worker whose claim still stands (I34). @returns whether it was ours */
export async function settleReversal(tx: Tx, id: string, claimToken: string, outcome: Outcome): Promise<boolean> {
  const { count } = await tx.reversal.updateMany({ where: { id, claimToken, status: { in: ["sent", "unknown"] } }, data: outcome });
  return count === 1;
}
