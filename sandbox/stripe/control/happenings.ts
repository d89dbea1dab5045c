import { z } from "zod";
import { completeSession } from "../actions/complete-session";
import { priceSession } from "../actions/price-session";
import { findCode } from "../actions/redeem-code";
import { renewSubscription } from "../actions/renew-subscription";
import { settleSession } from "../actions/settle-session";
import { BY_HAND } from "../cause";
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

/** What people and banks do outside the API: pay, let a month pass. */
export function addHappenings(control: ControlRouter, sandbox: Sandbox): void {
  control.post("/pay", (request) => pay(sandbox, paySchema.parse(request.body)));
  control.post("/sessions/:id/settle", (request) => {
    const { succeeds } = z.strictObject({ succeeds: z.boolean().default(true) }).parse(request.body ?? {});
    return sandbox.run(BY_HAND, () => settleSession(sandbox, request.params.id ?? "", succeeds));
  });
  control.post("/subscriptions/:id/next-month", (request) => {
    const invoice = sandbox.run(BY_HAND, () => renewSubscription(sandbox, request.params.id ?? ""));
    return { subscription: sandbox.tables.subscriptions.get(request.params.id ?? ""), invoice };
  });
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
  sandbox.tables.sessions.put(priceSession(sandbox, { ...session, discounts }, sandbox.tables.sessionDrafts.get(id)));
}
