import { createTransfer, findTransfer, findTransferReversal, readTransferLeft, reverseTransfer } from "~/platform/gateways/stripe-payouts.server";
import { INSTRUCTION_KEY, REVERSAL_KEY, type RailCalls } from "./rail";

/** Cash: a transfer to the champion's own account at Stripe, which pays it out to their bank (F39). */
export const connectTransfer: RailCalls<"transfer"> = {
  act: ({ rewardId, idempotencyKey, amountMinor, currency, request, mark }, stripe) =>
    createTransfer(
      {
        accountId: request.accountId,
        amountMinor,
        currency,
        description: request.description,
        group: mark,
        idempotencyKey,
        metadata: { [INSTRUCTION_KEY]: mark, vouch_reward: rewardId },
      },
      stripe,
    ),
  lookUp: ({ mark }, stripe) => findTransfer(mark, stripe),
  async reach({ providerRef: transferId }, stripe) {
    const amountMinor = await readTransferLeft(transferId, stripe);
    return amountMinor ? { amountMinor, request: { rail: "transfer", transferId } } : null;
  },
  // Stripe says no where the money has left for the bank: then it stays owed back.
  async reverse({ id, rewardId, idempotencyKey, amountMinor, request: { transferId } }, stripe) {
    const metadata = { [REVERSAL_KEY]: id, vouch_reward: rewardId };
    return { ref: await reverseTransfer({ transferId, amountMinor, metadata, idempotencyKey }, stripe), amountMinor };
  },
  async lookUpReversal({ id, amountMinor, request: { transferId } }, stripe) {
    const ref = await findTransferReversal({ transferId, metadataKey: REVERSAL_KEY, value: id }, stripe);
    return ref === null ? null : { ref, amountMinor };
  },
};
