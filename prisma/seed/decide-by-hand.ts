import { readConversionFilter } from "~/attribution/conversion-filter";
import { attributeByHand } from "~/journeys/attribute-by-hand.server";
import { findConversions } from "~/journeys/find-conversions.server";
import { showConversion } from "~/journeys/show-conversion.server";

/** What staff do on the page of a sale that nobody brought: they know better, and say why (A19). */
export async function decideByHand({ payment, championId, reason, by }: { payment: string; championId: string; reason: string; by: string }): Promise<void> {
  const filter = readConversionFilter(new URLSearchParams({ q: payment }));
  const { conversions: [sale] } = await findConversions({ filter, page: 1, zone: "Europe/Amsterdam" });
  if (!sale) throw new Error(`payment ${payment} is not decided yet`);
  const { conversion } = await showConversion(sale.id);
  await attributeByHand({ conversionId: sale.id, championId, reason, by, basis: conversion.factsHash });
}
