import type { Tx } from "~/platform/db.server";
import { offerMinimum } from "~/programs/offer-minimum";
import { rulesFromJson } from "~/programs/program-rules-schema";
import { friendCouponName } from "./credit-text";
import { offerCoupon, type OfferCoupon } from "./offer-coupon";
import { readCouponLocale } from "./read-coupon-locale.server";

export interface LinkWithOffer {
  championId: string;
  programId: string;
  /** Every code that leads to it: old ones keep working. */
  codes: string[];
  coupon: OfferCoupon;
  couponName: string;
  minimumMinor: bigint;
  currency: string;
}

/** A link with what its codes are good for today; null when friends get nothing. */
export async function readLinkOffer(tx: Tx, linkId: string): Promise<LinkWithOffer | null> {
  const link = await tx.link.findUnique({
    where: { id: linkId },
    select: { championId: true, programId: true },
  });
  const program = link && (await tx.program.findUniqueOrThrow({ where: { id: link.programId } }));
  if (!link || !program?.currentVersionId) return null;
  const version = await tx.programVersion.findUniqueOrThrow({ where: { id: program.currentVersionId } });
  const rules = rulesFromJson(version.rules);
  const { friendOffer, currency } = rules;
  const coupon = offerCoupon("friend", program.id, friendOffer, currency);
  if (!coupon) return null;
  const codes = await tx.referralCode.findMany({
    where: { linkId },
    orderBy: { createdAt: "asc" },
    select: { key: true },
  });
  const couponName = friendCouponName(await readCouponLocale(tx));
  const terms = { coupon, couponName, minimumMinor: offerMinimum(rules), currency };
  return { ...link, codes: codes.map(({ key }) => key), ...terms };
}
