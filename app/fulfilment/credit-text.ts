import type { Locale } from "~/platform/locale";

/** What the champion reads on the invoice beside the credit, and the name of a personal code's coupon. */
const CREDIT_TEXT: Record<Locale, string> = {
  en: "Thank you for your recommendation",
  nl: "Bedankt voor je aanbeveling",
};

export function creditText(locale: Locale): string {
  return CREDIT_TEXT[locale];
}
