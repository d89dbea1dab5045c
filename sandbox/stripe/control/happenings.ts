import { z } from "zod";
import { completeSession } from "../actions/complete-session";
import { loseDispute, openDispute, winDispute } from "../actions/dispute-charge";
import { deauthorizeAccount, onboardAccount } from "../actions/onboard-account";
import { settlePayout } from "../actions/pay-out";
import { priceSession } from "../actions/price-session";
import { findCode } from "../actions/redeem-code";
import { cancelRefund, failRefund, succeedRefund } from "../actions/refund-charge";
import { renewSubscription } from "../actions/renew-subscription";
import { settleSession } from "../actions/settle-session";
import { BY_HAND } from "../cause";
import { newId } from "../identifiers";
import { newEarlyFraudWarning } from "../objects/dispute";
import type { Sandbox } from "../sandbox";
import { invalidRequest, StripeError } from "../stripe-error";
import type { ControlRouter } from "./json-control";

const paySchema = z.strictObject({
  session: z.string(),
  email: z.string().optional(),
  name: z.string().optional(),
  card: z.string().default("4242424242424242"),
  promotionCode: z.string().optional(),
  settlesLater: z.boolean().default(false),
});

const disputeSchema = z.strictObject({
  amount: z.number().int().positive().optional(),
  reason: z.string().default("fraudulent"),
  inquiry: z.boolean().default(false),
});

const outcomeSchema = z.strictObject({ outcome: z.enum(["paid", "failed"]) });
const settleSchema = z.strictObject({ succeeds: z.boolean().default(true) });

/** What people and banks do outside the API: pay, dispute, send a refund back, let a month pass. */
export function addHappenings(control: ControlRouter, sandbox: Sandbox): void {
  const { tables } = sandbox;
  const happen = (path: string, act: (id: string, body: unknown) => unknown) =>
    control.post(path, (request) =>
      sandbox.run(BY_HAND, () => act(request.params.id ?? "", request.body ?? {})),
    );

  control.post("/pay", (request) => pay(sandbox, paySchema.parse(request.body)));
  happen("/sessions/:id/settle", (id, body) => settleSession(sandbox, id, settleSchema.parse(body).succeeds));
  happen("/subscriptions/:id/next-month", (id) => {
    const invoice = renewSubscription(sandbox, id);
    return { subscription: tables.subscriptions.get(id), invoice };
  });
  happen("/subscriptions/:id/pause", (id) => {
    const before = tables.subscriptions.get(id);
    const after = tables.subscriptions.update(id, { status: "paused" });
    sandbox.emit("customer.subscription.paused", after, { before });
    return after;
  });
  happen("/refunds/:id/fail", (id) => failRefund(sandbox, id));
  happen("/refunds/:id/succeed", (id) => succeedRefund(sandbox, id));
  happen("/refunds/:id/cancel", (id) => cancelRefund(sandbox, id));
  happen("/charges/:id/dispute", (id, body) => openDispute(sandbox, id, disputeSchema.parse(body)));
  happen("/charges/:id/early-fraud-warning", (id) => warnOfFraud(sandbox, id));
  happen("/disputes/:id/win", (id) => winDispute(sandbox, id));
  happen("/disputes/:id/lose", (id) => loseDispute(sandbox, id));
  happen("/accounts/:id/onboard", (id) => onboardAccount(sandbox, id));
  happen("/accounts/:id/deauthorize", (id) => deauthorizeAccount(sandbox, id));
  happen("/payouts/:id/settle", (id, body) => settlePayout(sandbox, id, outcomeSchema.parse(body).outcome));
}

function warnOfFraud(sandbox: Sandbox, charge: string) {
  const { payment_intent: intent } = sandbox.tables.charges.get(charge);
  const warning = newEarlyFraudWarning(newId("issfr_", 24), sandbox.now(), charge, intent);
  sandbox.emit("radar.early_fraud_warning.created", sandbox.tables.earlyFraudWarnings.insert(warning));
  return warning;
}

function pay(sandbox: Sandbox, wish: z.output<typeof paySchema>) {
  const result = sandbox.run(BY_HAND, () => {
    if (wish.promotionCode) applyCode(sandbox, wish.session, wish.promotionCode);
    const session = sandbox.tables.sessions.get(wish.session);
    const known = sandbox.tables.customers.find(session.customer);
    return completeSession(sandbox, wish.session, {
      email: known?.email ?? session.customer_email ?? wish.email ?? null,
      name: wish.name ?? known?.name ?? null,
      cardNumber: wish.card.replace(/\D/g, ""),
      settlesLater: wish.settlesLater,
    });
  });
  switch (result.outcome) {
    case "completed":
      return { session: result.session };
    case "declined":
      throw new StripeError(402, { type: "card_error", code: result.code, message: result.message });
    case "code_refused":
      throw invalidRequest(`The promotion code was refused: ${result.refusal}`);
    case "closed":
      throw invalidRequest("The session is not open.");
  }
}

function applyCode(sandbox: Sandbox, id: string, letters: string): void {
  const session = sandbox.tables.sessions.get(id);
  if (!session.allow_promotion_codes) throw invalidRequest("This session takes no promotion codes.");
  const found = findCode(sandbox, letters, { ...session, subtotal: session.amount_subtotal });
  if (typeof found === "string") throw invalidRequest(`The promotion code was refused: ${found}`);
  const discounts = [{ coupon: null, promotion_code: found.id }];
  sandbox.tables.sessions.put(
    priceSession(sandbox, { ...session, discounts }, sandbox.tables.sessionDrafts.get(id)),
  );
}
