import { Router, urlencoded } from "express";
import type { Request, Response } from "express";
import { isCardNumber } from "../actions/cards";
import { applyCode } from "../actions/apply-code";
import { completeSession } from "../actions/complete-session";
import { expireSession } from "../actions/open-session";
import { findCode } from "../actions/redeem-code";
import { BY_HAND } from "../cause";
import type { CheckoutSession } from "../objects/checkout-session";
import type { Sandbox } from "../sandbox";
import { originOf, sendPage } from "./layout";
import { closedPage, EMPTY_FORM, paymentPage } from "./payment-page";
import type { PaymentErrors, PaymentForm } from "./payment-page";
import { chooseLanguage, paymentTexts } from "./payment-texts";
import type { PaymentTexts } from "./payment-texts";

const LATER_ACCOUNT = "4242424242424242";

/** The hosted payment page: everything works by plain forms, without script. */
export function paymentRoutes(sandbox: Sandbox): Router {
  const router = Router();
  router.get("/c/pay/:id", (request, response, next) => {
    const session = currentSession(sandbox, request.params.id ?? "");
    if (!session) return next();
    const draft = sandbox.tables.sessionDrafts.get(session.id);
    const form = { ...EMPTY_FORM, email: draft.typedEmail ?? "", name: draft.typedName ?? "" };
    show(sandbox, request, response, session, form, {});
  });
  router.post(
    "/c/pay/:id",
    urlencoded({ extended: false, limit: "16kb" }),
    async (request, response, next) => {
      const session = currentSession(sandbox, request.params.id ?? "");
      if (!session) return next();
      const form = readForm(request);
      const texts = paymentTexts(languageOf(request, session));
      const action = String(Object(request.body).action ?? "pay");
      const errors = session.status === "open" ? act(sandbox, session, form, action, texts) : {};
      await sandbox.flush();
      const after = sandbox.tables.sessions.get(session.id);
      if (errors) return show(sandbox, request, response, after, form, errors);
      const paid = after.status === "complete";
      const address = paid ? after.success_url?.replaceAll("{CHECKOUT_SESSION_ID}", after.id) : null;
      response.redirect(303, address ?? `/c/pay/${session.id}`);
    },
  );
  return router;
}

/** Does what the pressed button says; null when all went well. */
function act(
  sandbox: Sandbox,
  session: CheckoutSession,
  form: PaymentForm,
  action: string,
  texts: PaymentTexts,
): PaymentErrors | null {
  const { tables } = sandbox;
  sandbox.run(BY_HAND, () =>
    tables.sessionDrafts.update(session.id, { typedEmail: form.email, typedName: form.name }),
  );
  if (action === "remove") {
    applyCode(sandbox, session, null);
    return null;
  }
  if (form.code !== "" && session.allow_promotion_codes) {
    const found = findCode(sandbox, form.code, { ...session, subtotal: session.amount_subtotal });
    if (typeof found === "string") return { code: texts.refusal[found] };
    applyCode(sandbox, session, found.id);
  }
  if (action === "apply") return form.code === "" ? { code: texts.refusal.unknown } : null;
  const errors = fieldErrors(sandbox, session, form, texts);
  return Object.keys(errors).length > 0 ? errors : pay(sandbox, session, form, texts);
}

function pay(
  sandbox: Sandbox,
  session: CheckoutSession,
  form: PaymentForm,
  texts: PaymentTexts,
): PaymentErrors | null {
  const customer = sandbox.tables.customers.find(session.customer);
  const result = sandbox.run(BY_HAND, () =>
    completeSession(sandbox, session.id, {
      email: customer?.email ?? session.customer_email ?? form.email,
      name: form.name || (customer?.name ?? null),
      cardNumber: form.settlesLater ? LATER_ACCOUNT : digits(form.cardNumber),
      settlesLater: form.settlesLater,
    }),
  );
  if (result.outcome === "declined") {
    const messages: Record<string, string> = texts.declined;
    return { payment: messages[result.code] ?? texts.declined.other };
  }
  if (result.outcome === "code_refused") {
    // The shop may have applied it without a field to remove it: the next press pays without the code.
    applyCode(sandbox, session, null);
    return { payment: texts.refusal[result.refusal] };
  }
  return null;
}

function fieldErrors(
  sandbox: Sandbox,
  session: CheckoutSession,
  form: PaymentForm,
  texts: PaymentTexts,
): PaymentErrors {
  const errors: PaymentErrors = {};
  const known = session.customer_email ?? sandbox.tables.customers.find(session.customer)?.email;
  if (!known && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.email)) errors.email = texts.emailMissing;
  if (form.settlesLater) return errors;
  if (!isCardNumber(digits(form.cardNumber))) errors.cardNumber = texts.cardInvalid;
  if (!isFutureMonth(form.expiry, sandbox.clock.now())) errors.expiry = texts.expiryInvalid;
  if (!/^\d{3,4}$/.test(form.cvc.trim())) errors.cvc = texts.cvcInvalid;
  return errors;
}

function show(
  sandbox: Sandbox,
  request: Request,
  response: Response,
  session: CheckoutSession,
  form: PaymentForm,
  errors: PaymentErrors,
): void {
  const language = languageOf(request, session);
  const texts = paymentTexts(language);
  response.set("Vary", "Accept-Language");
  if (session.status !== "open") {
    sendPage(response, texts.closedTitle, closedPage(session, texts), {
      language,
      narrow: true,
      status: 410,
    });
    return;
  }
  const body = paymentPage(sandbox, { session, form, errors, language, texts });
  const formTargets = originOf(session.success_url);
  const status = errors.payment ? 402 : Object.keys(errors).length > 0 ? 400 : 200;
  sendPage(response, texts.title, body, { language, formTargets, narrow: true, status });
}

function currentSession(sandbox: Sandbox, id: string): CheckoutSession | undefined {
  const session = sandbox.tables.sessions.find(id);
  if (session?.status !== "open" || session.expires_at > sandbox.now()) return session;
  return sandbox.run(BY_HAND, () => expireSession(sandbox, id));
}

function readForm(request: Request): PaymentForm {
  const body: Record<string, unknown> = Object(request.body);
  const read = (name: string) => (typeof body[name] === "string" ? body[name].slice(0, 300) : "");
  return {
    email: read("email").trim(),
    name: read("name").trim(),
    cardNumber: read("cardNumber"),
    expiry: read("expiry"),
    cvc: read("cvc"),
    code: read("code").trim(),
    settlesLater: read("method") === "later",
  };
}

function languageOf(request: Request, session: CheckoutSession) {
  return chooseLanguage(session.locale, (languages) => request.acceptsLanguages(languages));
}

function digits(text: string): string {
  return text.replace(/[\s-]/g, "");
}

function isFutureMonth(text: string, now: Date): boolean {
  const match = /^\s*(0?[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d{2})\s*$/.exec(text);
  if (!match) return false;
  return Date.UTC(2000 + Number(match[2]), Number(match[1])) > now.getTime();
}
