import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ensureCoupon } from "~/platform/gateways/stripe-benefits.server";
import { StripeCallError, type StripeClient } from "~/platform/gateways/stripe.server";
import { log } from "~/platform/log.server";
import { bringAboutCode } from "./bring-about-code.server";
import {
  beginLinkCode,
  confirmLinkCode,
  findPromotionCodeOf,
  rememberCoupon,
} from "./promotion-code-store.server";
import { readLinkOffer, type LinkWithOffer } from "./read-link-offer.server";

interface StripeDeps extends Deps {
  stripe?: StripeClient;
}

/**
 * The job behind a link: each of its codes works at the checkout as a promotion code with the friend's offer of today,
 * for people without an earlier payment only (A17) and from the order on that also counts for the champion (W3). Safe
 * to run any number of times.
 * @throws StripeCallError when the job has to try again
 */
export async function ensurePromotionCode(
  { linkId }: { linkId: string },
  { db = rootDb, clock = systemClock, stripe }: StripeDeps = {},
): Promise<void> {
  const link = await db.transaction("read-link", (tx) => readLinkOffer(tx, linkId));
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

interface WantedCode extends LinkWithOffer {
  linkId: string;
  code: string;
  couponId: string;
}

async function ensureCode(
  { code, linkId, championId, coupon, couponId, minimumMinor, currency }: WantedCode,
  { db, clock, stripe }: Required<Deps> & Pick<StripeDeps, "stripe">,
): Promise<void> {
  const terms = { couponKey: coupon.key, minimumMinor };
  const known = await db.transaction("find-code", (tx) => findPromotionCodeOf(tx, code));
  const onTheseTerms = known?.couponKey === terms.couponKey && known.minimumMinor === minimumMinor;
  if (known?.confirmedAt && onTheseTerms) return;
  await db.transaction("begin-code", (tx) =>
    beginLinkCode(tx, { code, linkId, championId, ...terms, now: clock.now() }),
  );
  try {
    const stripeId = await bringAboutCode(
      {
        couponId,
        code,
        firstTimeOnly: true,
        maxRedemptions: null,
        customerId: null,
        minimumMinor,
        currency,
        metadata: { vouch_link: linkId, vouch_coupon: coupon.key, vouch_minimum: String(minimumMinor) },
        // Terms that come back after others are asked for anew, not answered with the code of then.
        idempotencyKey: `code:${code}:${coupon.key}:${minimumMinor}:${known?.stripeId ?? "first"}`,
        owner: "vouch_link",
        triedBefore: known !== null,
      },
      stripe,
    );
    await db.transaction("confirm-code", (tx) => confirmLinkCode(tx, { code, stripeId, now: clock.now() }));
  } catch (error) {
    if (!(error instanceof StripeCallError) || error.outcome !== "refused") throw error;
    // Most likely the company uses these letters for something else; the link itself works all the same.
    log.error({ linkId, error: error.code }, "a promotion code was refused");
  }
}
