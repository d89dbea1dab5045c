import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import { sumComingBack } from "./reversal-store.server";
import { storedRequestSchema, type InstructionRequest } from "./instruction-request";

export type InstructionRow = NonNullable<Awaited<ReturnType<typeof findInstruction>>>;

export async function findInstruction(tx: Tx, id: string) {
  const row = await tx.instruction.findUnique({ where: { id } });
  return row && { ...row, request: storedRequestSchema.parse(row.request) };
}

export async function findInstructionOf(tx: Tx, rewardId: string): Promise<InstructionRow | null> {
  const row = await tx.instruction.findUnique({ where: { rewardId }, select: { id: true } });
  return row && (await findInstruction(tx, row.id));
}

/** Reads an instruction FOR UPDATE; null when there is none. */
export async function lockInstruction(tx: Tx, id: string): Promise<InstructionRow | null> {
  await tx.$queryRaw`select id from instruction where id = ${id} for update`;
  return await findInstruction(tx, id);
}

export async function lockInstructionOfReward(tx: Tx, rewardId: string): Promise<InstructionRow | null> {
  const row = await tx.instruction.findUnique({ where: { rewardId }, select: { id: true } });
  return row && (await lockInstruction(tx, row.id));
}

interface NewInstruction {
  rewardId: string;
  championId: string;
  account: string;
  rail: string;
  currency: string;
  createdAt: Date;
}

/** One instruction per reward, ever (I33). Nothing is asked of the provider yet, so there is no request. */
export async function insertInstruction(tx: Tx, instruction: NewInstruction): Promise<string | null> {
  const id = newId("ins");
  const [inserted] = await tx.instruction.createManyAndReturn({
    data: {
      ...instruction,
      id,
      idempotencyKey: intentKey(id, 1),
      amountMinor: 0n,
      request: {},
      status: "intended",
    },
    skipDuplicates: true,
    select: { id: true },
  });
  return inserted?.id ?? null;
}

/** The key of the n-th intent. A new one begins only after the provider said no to the one before (F33). */
function intentKey(id: string, n: number): string {
  return `${id}-${n}`;
}

/** The key of the intent after this one. */
export function nextIntentKey({ id, idempotencyKey }: InstructionRow): string {
  return intentKey(id, Number(idempotencyKey.slice(id.length + 1)) + 1);
}

interface InstructionChanges {
  status?: InstructionRow["status"];
  idempotencyKey?: string;
  amountMinor?: bigint;
  nettedMinor?: bigint;
  request?: InstructionRequest;
  attempts?: number;
  claimToken?: string;
  firstSentAt?: Date | null;
  confirmedAt?: Date;
  providerRef?: string | null;
  error?: string | null;
  nextTryAt?: Date | null;
}

export async function updateInstruction(tx: Tx, id: string, changes: InstructionChanges): Promise<void> {
  await tx.instruction.update({ where: { id }, data: changes });
}

/**
 * Writes the outcome of a call, only for the worker whose claim still stands (I34): one that was declared dead changes
 * nothing. @returns whether it was ours
 */
export async function settleClaim(
  tx: Tx,
  id: string,
  claimToken: string,
  changes: InstructionChanges,
): Promise<boolean> {
  const { count } = await tx.instruction.updateMany({
    where: { id, claimToken, status: { in: ["sent", "unknown"] } },
    data: changes,
  });
  return count === 1;
}

interface Waiting {
  championId: string;
  currency: string;
  now: Date;
}

/** Everything of a champion's that waits to be large enough is, and is looked at again at once (M14). */
export async function clearWaiting(tx: Tx, { championId, currency, now }: Waiting): Promise<void> {
  await tx.instruction.updateMany({
    where: { championId, currency, rail: "transfer", status: "intended", clearedAt: null },
    data: { clearedAt: now, nextTryAt: now },
  });
}

/** Payments of a person's that wait for something of theirs are looked at again at once. */
export async function wakeWaiting(tx: Tx, { personId, now }: { personId: string; now: Date }): Promise<void> {
  const own = await tx.champion.findMany({ where: { personId }, select: { id: true } });
  await tx.instruction.updateMany({
    where: { championId: { in: own.map(({ id }) => id) }, rail: "transfer", status: "intended", nextTryAt: { not: null } },
    data: { nextTryAt: now },
  });
}

/** What other instructions on their way will take off a payable account, less what is on its way back, in minor units. */
export async function sumInTransit(
  tx: Tx,
  where: { account: string; currency: string; exceptId: string },
): Promise<bigint> {
  const { _sum } = await tx.instruction.aggregate({
    where: {
      account: where.account,
      currency: where.currency,
      id: { not: where.exceptId },
      status: { in: ["sent", "unknown"] },
    },
    _sum: { amountMinor: true },
  });
  return (_sum.amountMinor ?? 0n) - (await sumComingBack(tx, where));
}
