import type { Tx } from "~/platform/db.server";

interface PersonalCode {
  key: string;
  championId: string;
  code: string;
  couponKey: string;
  stripeId: string;
  now: Date;
}

/** A thank-you of the champion's own, made and confirmed. */
export async function recordPersonalCode(tx: Tx, { now, ...code }: PersonalCode): Promise<void> {
  await tx.stripePromotionCode.create({
    data: { ...code, linkId: null, createdAt: now, confirmedAt: now },
  });
}

/** The promotion code that stands for a link's code, if one was begun. */
export async function findPromotionCodeOf(tx: Tx, code: string) {
  return await tx.stripePromotionCode.findUnique({ where: { code } });
}

interface LinkCode {
  code: string;
  linkId: string;
  championId: string;
  couponKey: string;
  minimumMinor: bigint;
  now: Date;
}

/** Begins a link's promotion code, or gives a known one other terms: from here on it awaits confirmation. */
export async function beginLinkCode(
  tx: Tx,
  { code, linkId, championId, couponKey, minimumMinor, now }: LinkCode,
): Promise<void> {
  const terms = { couponKey, minimumMinor, confirmedAt: null };
  await tx.stripePromotionCode.upsert({
    where: { code },
    create: { key: `link:${code}`, code, linkId, championId, createdAt: now, ...terms },
    update: terms,
  });
}

export async function confirmLinkCode(
  tx: Tx,
  { code, stripeId, now }: { code: string; stripeId: string; now: Date },
): Promise<void> {
  await tx.stripePromotionCode.update({ where: { code }, data: { stripeId, confirmedAt: now } });
}

export async function rememberCoupon(
  tx: Tx,
  { key, stripeId, now }: { key: string; stripeId: string; now: Date },
): Promise<void> {
  await tx.stripeCoupon.createMany({ data: { key, stripeId, createdAt: now }, skipDuplicates: true });
}
