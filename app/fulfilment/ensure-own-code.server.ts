import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ensureCoupon } from "~/platform/gateways/stripe-benefits.server";
import { deactivatePromotionCode } from "~/platform/gateways/stripe-promotion.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import { bringAboutCode } from "./bring-about-code.server";
import { beginOwnCode, confirmOwnCode } from "./own-code-store.server";
import { personalCodeText } from "./personal-code-text.server";
import { rememberCoupon } from "./promotion-code-store.server";
import { readOwnCodeDue } from "./read-own-code-due.server";

interface StripeDeps extends Deps {
  stripe?: StripeClient;
}

/**
 * The job behind a champion's own offer (W20): a code that works once, for their own Stripe customer when we know it.
 * One that was not used yet follows the program to a better offer, never to a lesser one. Safe to run any number of
 * times.
 * @throws StripeCallError when the job has to try again
 */
export async function ensureOwnCode(
  { championId }: { championId: string },
  { db = rootDb, clock = systemClock, stripe }: StripeDeps = {},
): Promise<void> {
  const due = await db.transaction("read-own-offer", (tx) => readOwnCodeDue(tx, championId));
  if (!due) return;
  const { coupon, known, target, programVersionId } = due;
  // Whoever used it a moment ago has had their offer; the payment tells us which order it was.
  if (known?.stripeId && (await deactivatePromotionCode(known.stripeId, stripe)) > 0) return;
  const metadata = { vouch_program: due.programId };
  const named = { id: coupon.key, name: due.couponName, off: coupon.off, duration: "once", metadata } as const;
  const couponId = await ensureCoupon(named, stripe);
  const code = await db.transaction("begin-own-code", async (tx) => {
    const now = clock.now();
    await rememberCoupon(tx, { key: coupon.key, stripeId: couponId, now });
    const letters = personalCodeText("own", target.locale);
    return await beginOwnCode(tx, { championId, programVersionId, code: letters, now });
  });
  const stripeId = await bringAboutCode(
    {
      couponId,
      code,
      firstTimeOnly: false,
      maxRedemptions: 1,
      customerId: target.stripeCustomerId,
      minimumMinor: 0n,
      currency: due.currency,
      metadata: { vouch_champion: championId, vouch_coupon: coupon.key },
      idempotencyKey: `own:${code}:${coupon.key}:${target.stripeCustomerId ?? "anybody"}:${known?.stripeId ?? "first"}`,
      owner: "vouch_champion",
      triedBefore: known !== null,
    },
    stripe,
  );
  await db.transaction("confirm-own-code", (tx) => confirmOwnCode(tx, { championId, stripeId, now: clock.now() }));
}
