import type { Tx } from "~/platform/db.server";
import { isLocale, type Locale } from "~/platform/locale";

/** Coupons are shared by many people, so their name at the checkout is in the company's own language. */
export async function readCouponLocale(tx: Tx): Promise<Locale> {
  const company = await tx.company.findFirst({ select: { defaultLocale: true } });
  return isLocale(company?.defaultLocale) ? company.defaultLocale : "en";
}
