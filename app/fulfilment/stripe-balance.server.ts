import { createCustomerCredit, findCustomerCredit } from "~/platform/gateways/stripe-benefits.server";
import { INSTRUCTION_KEY, type RailCalls } from "./rail";

/** Credit on the champion's own bill: one negative balance transaction, used by the next finalised invoice (F31). */
export const stripeBalance: RailCalls<"stripe_balance"> = {
  act: ({ instructionId, rewardId, idempotencyKey, amountMinor, currency, request }, stripe) =>
    createCustomerCredit(
      {
        customerId: request.customerId,
        amountMinor,
        currency,
        description: request.description,
        idempotencyKey,
        metadata: { [INSTRUCTION_KEY]: instructionId, vouch_reward: rewardId },
      },
      stripe,
    ),
  lookUp: ({ instructionId, request }, stripe) =>
    findCustomerCredit(
      { customerId: request.customerId, metadataKey: INSTRUCTION_KEY, value: instructionId },
      stripe,
    ),
};
