import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import { findConversion } from "./conversion-store.server";
import { findLeadView } from "./lead-store.server";

/** A purchase, or the customer whose sign-up it is. */
export type DecidedAbout = { purchaseId: string } | { customerId: string };

/** What a decision is about, so that its friend can be found. @throws NotFoundError */
export async function getDecidedMoment(tx: Tx, conversionId: string): Promise<DecidedAbout> {
  const conversion = await findConversion(tx, conversionId);
  if (conversion?.purchaseId) return { purchaseId: conversion.purchaseId };
  const lead = conversion?.leadId && (await findLeadView(tx, conversion.leadId));
  if (!lead) throw new NotFoundError("conversion", { id: conversionId });
  return { customerId: lead.customerId };
}
