import type { ShownConversion } from "~/journeys/show-conversion.server";
import type { Format } from "~/ui/format";
import type { Translate } from "~/ui/translate";

/** What a sale or sign-up is called, on its page and in its tab. */
export function titleOfConversion({ conversion, purchase }: ShownConversion, t: Translate, format: Format): string {
  if (!purchase) return t("conversions.one.titleSignUp", { event: conversion.signUp?.eventName ?? "" });
  return t("conversions.one.title", { amount: format.money({ amountMinor: purchase.paidMinor, currency: purchase.currency }) });
}
