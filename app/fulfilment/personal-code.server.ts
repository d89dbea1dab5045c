import { ensureCoupon } from "~/platform/gateways/stripe-benefits.server";
import { countCodeUses, createPromotionCode, deactivatePromotionCode, findPromotionCode } from "~/platform/gateways/stripe-promotion.server";
import { INSTRUCTION_KEY, type RailCalls } from "./rail";

/** A promotion code of the champion's own that works once. Only its owner learns it, and only once it is confirmed. */
export const personalCode: RailCalls<"promotion_code"> = {
  async act({ rewardId, idempotencyKey, amountMinor, currency, request, mark }, stripe) {
    const metadata = { [INSTRUCTION_KEY]: mark, vouch_reward: rewardId };
    const couponId = await ensureCoupon(
      {
        id: request.couponId,
        name: request.couponName,
        off: { amountMinor, currency },
        duration: "once",
        metadata,
      },
      stripe,
    );
    return await createPromotionCode(
      {
        couponId,
        code: request.code,
        firstTimeOnly: false,
        maxRedemptions: 1,
        customerId: request.customerId,
        minimumMinor: 0n,
        currency,
        metadata,
        idempotencyKey,
      },
      stripe,
    );
  },
  async lookUp({ request, mark }, stripe) {
    const found = await findPromotionCode(request.code, stripe);
    return found?.metadata[INSTRUCTION_KEY] === mark ? found.id : null;
  },
  async reach({ providerRef: promotionCodeId, amountMinor }, stripe) {
    const uses = await countCodeUses(promotionCodeId, stripe);
    return uses === 0 ? { amountMinor, request: { rail: "promotion_code", promotionCodeId } } : null;
  },
  // Off is off: asked again it says the same, so that there is nothing to look up.
  async reverse({ amountMinor, request: { promotionCodeId } }, stripe) {
    const uses = await deactivatePromotionCode(promotionCodeId, stripe);
    return { ref: promotionCodeId, amountMinor: uses === 0 ? amountMinor : 0n };
  },
  lookUpReversal: () => Promise.resolve(null),
};
