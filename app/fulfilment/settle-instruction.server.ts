import { FULFIL_KIND } from "~/ledger/chart-of-accounts";
import { postTransaction } from "~/ledger/post-transaction.server";
import type { Tx } from "~/platform/db.server";
import type { StripeCallError } from "~/platform/gateways/stripe.server";
import { settleClaim } from "./instruction-store.server";
import { issuedAccount, type Order } from "./rail";
import { recordPersonalCode } from "./promotion-code-store.server";

interface Settlement {
  order: Order;
  championId: string;
  claimToken: string;
  now: Date;
}

/**
 * The provider confirmed: the instruction is done and the book says so, once (I32).
 * @returns false when another worker's claim stands by now: then nothing was changed (I34)
 */
export async function confirmInstruction(
  tx: Tx,
  { order, championId, claimToken, now, providerRef }: Settlement & { providerRef: string },
): Promise<boolean> {
  const { instructionId, rewardId, account, idempotencyKey, amountMinor, currency, request } = order;
  const mine = await settleClaim(tx, instructionId, claimToken, {
    status: "confirmed",
    providerRef,
    confirmedAt: now,
    nextTryAt: null,
    error: null,
  });
  if (!mine) return false;
  await postTransaction(tx, {
    kind: FULFIL_KIND,
    idemKey: `${FULFIL_KIND}:${idempotencyKey}`,
    subject: rewardId,
    by: "system",
    occurredAt: now,
    entries: [
      { account, currency, amountMinor },
      { account: issuedAccount(request), currency, amountMinor: -amountMinor },
    ],
  });
  if (request.rail === "promotion_code") {
    await recordPersonalCode(tx, {
      key: `reward:${order.mark === instructionId ? rewardId : order.mark}`,
      championId,
      code: request.code,
      couponKey: request.couponId,
      stripeId: providerRef,
      now,
    });
  }
  return true;
}

/**
 * The call failed. `refused` ends the intent: it had no effect. Anything else is unknown until it is looked up (F33).
 * @returns whether the reward is free for a new intent
 */
export async function recordCallFailure(
  tx: Tx,
  {
    order,
    claimToken,
    now,
    error,
    attempts,
  }: Omit<Settlement, "championId"> & { error: StripeCallError; attempts: number },
): Promise<boolean> {
  const refused = error.outcome === "refused";
  const mine = await settleClaim(tx, order.instructionId, claimToken, {
    status: refused ? "failed" : error.outcome === "unknown" ? "unknown" : "sent",
    error: error.message,
    nextTryAt: new Date(now.getTime() + (refused ? REFUSED_PAUSE_MS : backOffMs(attempts))),
  });
  return mine && refused;
}

/** A refusal rarely mends itself within the hour. */
const REFUSED_PAUSE_MS = 6 * 3_600_000;

/** As the job library waits: e to the power of the tries, at most e^10 seconds. */
function backOffMs(attempts: number): number {
  return Math.round(Math.exp(Math.min(10, attempts)) * 1000);
}
