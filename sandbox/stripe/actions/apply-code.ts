import { BY_HAND } from "../cause";
import type { CheckoutSession } from "../objects/checkout-session";
import type { Sandbox } from "../sandbox";
import { priceSession } from "./price-session";

/** Puts a promotion code on an open session, or takes it off again, and prices it anew. */
export function applyCode(sandbox: Sandbox, session: CheckoutSession, code: string | null): void {
  const discounts = code === null ? [] : [{ coupon: null, promotion_code: code }];
  const draft = sandbox.tables.sessionDrafts.get(session.id);
  sandbox.run(BY_HAND, () => sandbox.tables.sessions.put(priceSession(sandbox, { ...session, discounts }, draft)));
}
