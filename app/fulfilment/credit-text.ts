import type { Locale } from "~/platform/locale";
import type { Side } from "~/programs/reward-side";

/** What its owner reads on the invoice beside the credit or in their account beside the money, and the name of a personal code's coupon. */
const CREDIT: Record<Side, Record<Locale, string>> = {
  champion: { en: "Thank you for your recommendation", nl: "Bedankt voor je aanbeveling" },
  friend: { en: "Because a friend recommended us", nl: "Omdat een vriend ons aanraadde" },
};

/** What they read beside credit that is taken back. */
const RETURN: Record<Locale, string> = {
  en: "Recommendation credit, taken back",
  nl: "Tegoed voor je aanbeveling, teruggenomen",
};

/** What the friend reads at the checkout beside the discount. */
const FRIEND_COUPON: Record<Locale, string> = {
  en: "Recommended by a friend",
  nl: "Aanbevolen door een vriend",
};

/** What a champion reads there when they use their own offer. */
const OWN_COUPON: Record<Locale, string> = {
  en: "For our champion",
  nl: "Voor onze champion",
};

export const creditText = (side: Side, locale: Locale): string => CREDIT[side][locale];
export const returnText = (locale: Locale): string => RETURN[locale];
export const friendCouponName = (locale: Locale): string => FRIEND_COUPON[locale];
export const ownCouponName = (locale: Locale): string => OWN_COUPON[locale];
