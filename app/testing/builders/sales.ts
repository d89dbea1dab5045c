import { trackLead } from "~/journeys/track-lead.server";
import { trackSale } from "~/journeys/track-sale.server";
import { newId } from "~/platform/ids";
import type { TestDatabase } from "../test-database";

interface SaleOptions {
  /** What the friend carried to the shop. */
  token?: string | null;
  /** The shop's own number of the buyer, who is a new one unless told otherwise. */
  buyer?: string;
  invoice?: string;
  email?: string | null;
  amountMinor?: bigint;
}

/** A sale of EUR 80 that the shop's server tells of now. @returns the numbers it is known by */
export async function aSale(
  test: TestDatabase,
  { token = null, buyer = newId("cst"), invoice = newId("pur"), email = null, amountMinor = 8_000n }: SaleOptions = {},
) {
  const sale = { externalId: buyer, invoiceId: invoice, amountMinor, currency: "EUR", paymentProcessor: "custom", clickId: token, email };
  const { purchaseId, attributed } = await trackSale(sale, test);
  const conversion = await test.db.transaction("read", (tx) => tx.conversion.findUniqueOrThrow({ where: { purchaseId: purchaseId ?? "" } }));
  return { id: conversion.id, purchaseId: purchaseId ?? "", buyer, invoice, attributed, reason: conversion.reason };
}

/** A sign-up that the shop's server tells of now. @returns its conversion, and what was answered */
export async function aSignUp(
  test: TestDatabase,
  { token = null, buyer = newId("cst"), eventName = "Sign up" }: { token?: string | null; buyer?: string; eventName?: string } = {},
) {
  const told = { clickId: token ?? "", eventName, externalId: buyer, email: null, organisationId: null, mode: "wait" as const, rest: {} };
  const { attributed, reasons } = await trackLead(told, test);
  const conversion = await test.db.transaction("read", async (tx) => {
    const lead = await tx.lead.findFirstOrThrow({ where: { externalId: buyer, eventName } });
    return await tx.conversion.findUniqueOrThrow({ where: { leadId: lead.id } });
  });
  return { id: conversion.id, factsHash: conversion.factsHash, buyer, attributed, reasons };
}
