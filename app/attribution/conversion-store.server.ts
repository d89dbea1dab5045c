import type { Prisma } from "../../prisma/generated/client";
import { newId } from "~/platform/ids";
import type { Tx } from "~/platform/db.server";
import type { WeighedOutcome } from "./decision";

export type ConversionRow = NonNullable<Awaited<ReturnType<typeof findConversionOf>>>;

export async function findConversionOf(tx: Tx, purchaseId: string) {
  return await tx.conversion.findUnique({ where: { purchaseId } });
}

export async function findConversion(tx: Tx, id: string): Promise<ConversionRow | null> {
  return await tx.conversion.findUnique({ where: { id } });
}

export async function listConversionsOf(tx: Tx, purchaseIds: string[]): Promise<ConversionRow[]> {
  return await tx.conversion.findMany({ where: { purchaseId: { in: purchaseIds } } });
}

type ConversionFacts = Omit<ConversionRow, "id" | "trace"> & { trace: Prisma.InputJsonValue };

/** Writes the decision about a purchase in place of an older one (one row per purchase, I22), with every touch weighed. */
export async function saveConversion(tx: Tx, facts: ConversionFacts, touches: readonly WeighedOutcome[]): Promise<ConversionRow> {
  const conversion = await tx.conversion.upsert({
    where: { purchaseId: facts.purchaseId },
    create: { id: newId("cnv"), ...facts },
    update: facts,
  });
  await tx.conversionTouch.deleteMany({ where: { conversionId: conversion.id } });
  await tx.conversionTouch.createMany({ data: touches.map((touch) => ({ conversionId: conversion.id, ...touch })) });
  return conversion;
}
