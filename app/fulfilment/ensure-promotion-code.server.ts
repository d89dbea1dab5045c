import type { Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import {
  createPromotionCode,
  ensureCoupon,
  findPromotionCode,
} from "~/platform/gateways/stripe-benefits.server";
import { deactivatePromotionCode } from "~/platform/gateways/stripe-promotion.server";
import { StripeCallError, type StripeClient } from "~/platform/gateways/stripe.server";
import { isLocale } from "~/platform/locale";
import { log } from "~/platform/log.server";
import { rulesFromJson } from "~/programs/program-rules-schema";
import { friendCouponName } from "./credit-text";
import { friendCoupon, type FriendCoupon } from "./friend-coupon";
import {
  beginLinkCode,
  confirmLinkCode,
  findPromotionCodeOf,
  rememberCoupon,
} from "./promotion-code-store.server";

interface StripeDeps extends Deps {
  stripe?: StripeClient;
}

/**
 * The job behind a link: each of its codes works at the checkout as a promotion code with the friend's offer of today,
 * for people without an earlier payment only (A17). Safe to run any number of times.
 * @throws StripeCallError when the job has to try again
 */
export async function ensurePromotionCode(
  { linkId }: { linkId: string },
  { db = rootDb, clock = systemClock, stripe }: StripeDeps = {},
): Promise<void> {
  const link = await db.transaction("read-link", (tx) => readLink(tx, linkId));
  if (!link) return;
  const { coupon } = link;
  const couponId = await ensureCoupon(
    {
      id: coupon.key,
      name: link.couponName,
      off: coupon.off,
      duration: "once",
      metadata: { vouch_program: link.programId },
    },
    stripe,
  );
  await db.transaction("remember-coupon", (tx) =>
    rememberCoupon(tx, { key: coupon.key, stripeId: couponId, now: clock.now() }),
  );
  for (const code of link.codes) await ensureCode({ ...link, linkId, code, couponId }, { db, clock, stripe });
}

interface LinkWithOffer {
  championId: string;
  programId: string;
  /** Every code that leads to it: old ones keep working. */
  codes: string[];
  coupon: FriendCoupon;
  couponName: string;
}

async function readLink(tx: Tx, linkId: string): Promise<LinkWithOffer | null> {
  const link = await tx.link.findUnique({
    where: { id: linkId },
    select: { championId: true, programId: true },
  });
  const program = link && (await tx.program.findUniqueOrThrow({ where: { id: link.programId } }));
  if (!link || !program?.currentVersionId) return null;
  const version = await tx.programVersion.findUniqueOrThrow({ where: { id: program.currentVersionId } });
  const { friendOffer, currency } = rulesFromJson(version.rules);
  const coupon = friendCoupon(program.id, friendOffer, currency);
  if (!coupon) return null;
  const codes = await tx.referralCode.findMany({
    where: { linkId },
    orderBy: { createdAt: "asc" },
    select: { key: true },
  });
  const company = await tx.company.findFirst({ select: { defaultLocale: true } });
  const locale = isLocale(company?.defaultLocale) ? company.defaultLocale : "en";
  return { ...link, codes: codes.map(({ key }) => key), coupon, couponName: friendCouponName(locale) };
}

interface WantedCode extends LinkWithOffer {
  linkId: string;
  code: string;
  couponId: string;
}

async function ensureCode(
  { code, linkId, championId, coupon, couponId }: WantedCode,
  { db, clock, stripe }: Required<Deps> & Pick<StripeDeps, "stripe">,
): Promise<void> {
  const couponKey = coupon.key;
  const known = await db.transaction("find-code", (tx) => findPromotionCodeOf(tx, code));
  if (known?.confirmedAt && known.couponKey === couponKey) return;
  if (known?.stripeId) await deactivatePromotionCode(known.stripeId, stripe);
  await db.transaction("begin-code", (tx) =>
    beginLinkCode(tx, { code, linkId, championId, couponKey, now: clock.now() }),
  );
  const metadata = { vouch_link: linkId, vouch_coupon: couponKey };
  const ours = async () => {
    const found = await findPromotionCode(code, stripe);
    return found?.metadata.vouch_link === linkId && found.metadata.vouch_coupon === couponKey
      ? found.id
      : null;
  };
  // An earlier try may have made it after all (F33).
  let stripeId = known ? await ours() : null;
  try {
    stripeId ??= await createPromotionCode(
      {
        couponId,
        code,
        firstTimeOnly: true,
        maxRedemptions: null,
        customerId: null,
        metadata,
        idempotencyKey: `code:${code}:${couponKey}`,
      },
      stripe,
    );
  } catch (error) {
    if (!(error instanceof StripeCallError) || error.outcome !== "refused") throw error;
    // Most likely the company uses these letters for something else; the link itself works all the same.
    log.error({ linkId, error: error.code }, "a promotion code was refused");
    return;
  }
  await db.transaction("confirm-code", (tx) => confirmLinkCode(tx, { code, stripeId, now: clock.now() }));
}
