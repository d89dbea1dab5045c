import { createTransfer, findTransfer } from "~/platform/gateways/stripe-payouts.server";
import { INSTRUCTION_KEY, type RailCalls } from "./rail";

/** Cash: a transfer to the champion's own account at Stripe, which pays it out to their bank (F39). */
export const connectTransfer: RailCalls<"transfer"> = {
  act: ({ instructionId, rewardId, idempotencyKey, amountMinor, currency, request }, stripe) =>
    createTransfer(
      {
        accountId: request.accountId,
        amountMinor,
        currency,
        description: request.description,
        group: instructionId,
        idempotencyKey,
        metadata: { [INSTRUCTION_KEY]: instructionId, vouch_reward: rewardId },
      },
      stripe,
    ),
  lookUp: ({ instructionId }, stripe) => findTransfer(instructionId, stripe),
};
