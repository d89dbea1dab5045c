import { Router, urlencoded } from "express";
import { applyCode } from "../actions/apply-code";
import { onboardAccount } from "../actions/onboard-account";
import { openSession } from "../actions/open-session";
import { findCode } from "../actions/redeem-code";
import { BY_HAND } from "../cause";
import type { Sandbox } from "../sandbox";
import { onboardingPage } from "./accounts-page";
import { originOf, sendPage } from "./layout";

/** Stand-ins for two further pages of Stripe's: onboarding of a connected account, and a payment link. */
export function linkedPages(sandbox: Sandbox): Router {
  const { tables } = sandbox;
  const router = Router();
  router.get("/connect/onboarding/:id", (request, response, next) => {
    const link = tables.onboardingLinks.find(request.params.id);
    const account = tables.accounts.find(link?.account);
    if (!link || !account) return next();
    if (link.expiresAt <= sandbox.now()) return response.redirect(303, link.refreshUrl);
    const formTargets = originOf(link.returnUrl);
    sendPage(response, "Receive money", onboardingPage(link, account), { formTargets, narrow: true });
  });
  router.post("/connect/onboarding/:id", urlencoded({ extended: false }), async (request, response, next) => {
    const link = tables.onboardingLinks.find(request.params.id);
    if (!link || !tables.accounts.find(link.account)) return next();
    if (Object(request.body).action === "complete") {
      sandbox.run(BY_HAND, () => onboardAccount(sandbox, link.account));
      await sandbox.flush();
    }
    response.redirect(303, link.returnUrl);
  });
  router.get("/b/:id", async (request, response, next) => {
    const link = tables.paymentLinks.find(request.params.id);
    if (!link?.active) return next();
    const template = tables.linkTemplates.get(link.id);
    const query = (name: string) => {
      const value = request.query[name];
      return typeof value === "string" && value !== "" ? value : undefined;
    };
    const session = sandbox.run(BY_HAND, () =>
      openSession(
        sandbox,
        {
          mode: template.mode,
          line_items: template.lines,
          success_url: template.redirectUrl ?? `${sandbox.publicUrl}/c/pay/{CHECKOUT_SESSION_ID}`,
          client_reference_id: query("client_reference_id"),
          customer_email: query("prefilled_email"),
          allow_promotion_codes: link.allow_promotion_codes,
          metadata: link.metadata,
          payment_intent_data: { metadata: template.paymentIntentMetadata },
          subscription_data: { metadata: template.subscriptionMetadata },
        },
        link.id,
      ),
    );
    // A code in the address is on the page already, when it can be used.
    const letters = link.allow_promotion_codes ? query("prefilled_promo_code") : undefined;
    const code = letters && findCode(sandbox, letters, { ...session, subtotal: session.amount_subtotal });
    if (typeof code === "object") applyCode(sandbox, session, code.id);
    await sandbox.flush();
    response.redirect(303, session.url ?? "/");
  });
  return router;
}
