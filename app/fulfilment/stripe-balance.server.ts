import { createCustomerCredit, findCustomerCredit, type BalanceChange } from "~/platform/gateways/stripe-benefits.server";
import { readCustomer } from "~/platform/gateways/stripe-customer.server";
import type { StripeClient } from "~/platform/gateways/stripe.server";
import { INSTRUCTION_KEY, REVERSAL_BACK_KEY, REVERSAL_KEY, type RailCalls, type Reversal, type TakenBack } from "./rail";

/** Credit on the champion's own bill: one negative balance transaction, used by the next finalised invoice (F31). */
export const stripeBalance: RailCalls<"stripe_balance"> = {
  async act({ rewardId, idempotencyKey, amountMinor, currency, request, mark }, stripe) {
    const { customerId, description } = request;
    const metadata = { [INSTRUCTION_KEY]: mark, vouch_reward: rewardId };
    return (await createCustomerCredit({ customerId, amountMinor, currency, description, idempotencyKey, metadata }, stripe)).id;
  },
  async lookUp({ request: { customerId }, mark }, stripe) {
    return (await findCustomerCredit({ customerId, metadataKey: INSTRUCTION_KEY, value: mark }, stripe))?.id ?? null;
  },
  async reach({ request: { customerId }, currency, description }, stripe) {
    const customer = await readCustomer(customerId, stripe);
    if (customer?.currency !== currency || customer.creditMinor === 0n) return null;
    return { amountMinor: customer.creditMinor, request: { rail: "stripe_balance", customerId, description } };
  },
  async reverse(reversal, stripe) {
    const { id, rewardId, idempotencyKey, amountMinor, currency, request } = reversal;
    const metadata = { [REVERSAL_KEY]: id, vouch_reward: rewardId };
    const { customerId, description } = request;
    const taken = await createCustomerCredit({ customerId, amountMinor: -amountMinor, currency, description, idempotencyKey, metadata }, stripe);
    return await withoutDebt(reversal, taken, stripe);
  },
  async lookUpReversal(reversal, stripe) {
    const { customerId } = reversal.request;
    const taken = await findCustomerCredit({ customerId, metadataKey: REVERSAL_KEY, value: reversal.id }, stripe);
    return taken && (await withoutDebt(reversal, taken, stripe));
  },
};

/** An invoice may use the credit between our look and our call: what would be charged to the champion then is given back at once (M12). */
async function withoutDebt(
  { id, rewardId, idempotencyKey, amountMinor, currency, request: { customerId, description } }: Reversal<"stripe_balance">,
  taken: BalanceChange,
  stripe?: StripeClient,
): Promise<TakenBack> {
  const tooMuch = taken.owedMinor < amountMinor ? taken.owedMinor : amountMinor;
  if (tooMuch > 0n && !(await findCustomerCredit({ customerId, metadataKey: REVERSAL_BACK_KEY, value: id }, stripe))) {
    const back = { customerId, amountMinor: tooMuch, currency, description, idempotencyKey: `${idempotencyKey}-back` };
    await createCustomerCredit({ ...back, metadata: { [REVERSAL_BACK_KEY]: id, vouch_reward: rewardId } }, stripe);
  }
  return { ref: taken.id, amountMinor: amountMinor - tooMuch };
}
