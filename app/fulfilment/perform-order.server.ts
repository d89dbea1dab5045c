import type { StripeClient } from "~/platform/gateways/stripe.server";
import { connectTransfer } from "./connect-transfer.server";
import { freeMonth } from "./free-month.server";
import type { Rail } from "./instruction-request";
import { personalCode } from "./personal-code.server";
import type { Given, Order, RailCalls, Reach, Reversal, TakenBack } from "./rail";
import { stripeBalance } from "./stripe-balance.server";

const RAILS: { [Name in Rail]: RailCalls<Name> } = {
  stripe_balance: stripeBalance,
  promotion_code: personalCode,
  transfer: connectTransfer,
  free_month: freeMonth,
};

/**
 * Has the effect of an order, once: what was tried before is looked up first and only then asked for again, under the
 * key it was first sent with (F32, F33).
 * @returns the provider's name for the effect
 * @throws StripeCallError
 */
export async function performOrder(
  order: Order,
  triedBefore: boolean,
  stripe?: StripeClient,
): Promise<string> {
  const rail = RAILS[order.request.rail] as RailCalls<Rail>;
  const earlier = triedBefore ? await rail.lookUp(order, stripe) : null;
  return earlier ?? (await rail.act(order, stripe));
}

/** What can be taken back of a hand-over now; null when nothing can. @throws StripeCallError */
export async function reachOf(given: Given, stripe?: StripeClient): Promise<Reach | null> {
  return await (RAILS[given.request.rail] as RailCalls<Rail>).reach(given, stripe);
}

/** Takes a hand-over back, once: in the same way as `performOrder`. @throws StripeCallError */
export async function performReversal(reversal: Reversal, triedBefore: boolean, stripe?: StripeClient): Promise<TakenBack> {
  const rail = RAILS[reversal.request.rail] as RailCalls<Rail>;
  const earlier = triedBefore ? await rail.lookUpReversal(reversal, stripe) : null;
  return earlier ?? (await rail.reverse(reversal, stripe));
}
