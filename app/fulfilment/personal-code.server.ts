import { ensureCoupon } from "~/platform/gateways/stripe-benefits.server";
import { createPromotionCode, findPromotionCode } from "~/platform/gateways/stripe-promotion.server";
import { INSTRUCTION_KEY, type RailCalls } from "./rail";

/** A promotion code of the champion's own that works once. Only its owner learns it, and only once it is confirmed. */
export const personalCode: RailCalls<"promotion_code"> = {
  async act({ instructionId, rewardId, idempotencyKey, amountMinor, currency, request }, stripe) {
    const metadata = { [INSTRUCTION_KEY]: instructionId, vouch_reward: rewardId };
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
  async lookUp({ instructionId, request }, stripe) {
    const found = await findPromotionCode(request.code, stripe);
    return found?.metadata[INSTRUCTION_KEY] === instructionId ? found.id : null;
  },
};
