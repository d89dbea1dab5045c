import { Router, urlencoded } from "express";
import type { Request, Response } from "express";
import { advanceClock } from "../actions/advance-clock";
import { accountFunds } from "../actions/balances";
import { loseDispute, openDispute, winDispute } from "../actions/dispute-charge";
import { makeNextInvoice } from "../actions/make-next-invoice";
import { deauthorizeAccount, onboardAccount } from "../actions/onboard-account";
import { createPayout, settlePayout } from "../actions/pay-out";
import { failRefund, refundCharge } from "../actions/refund-charge";
import { renewSubscription } from "../actions/renew-subscription";
import { BY_HAND } from "../cause";
import { addInterval } from "../clock";
import type { Sandbox } from "../sandbox";
import { StripeError } from "../stripe-error";
import { accountsPage } from "./accounts-page";
import { customerPage, customersPage } from "./customer-pages";
import { homePage } from "./home-page";
import type { Html } from "./html";
import { sendPage } from "./layout";
import { controlPage } from "./parts";
import { moveVouchTime, readVouchTime } from "./vouch-clock";
import { webhooksPage } from "./webhooks-page";

const DAY_MS = 86_400_000;

/** The pages for developers and for walking the demo. Every change is a form; `/do/...` comes back to its page. */
export function controlRoutes(sandbox: Sandbox): Router {
  const router = Router();
  const page = (request: Request, response: Response, title: string, body: Html) => {
    const { said } = request.query;
    sendPage(
      response,
      `${title} · Stripe sandbox`,
      controlPage(title, typeof said === "string" ? said : null, body),
    );
  };
  router.get("/", async (request, response) => {
    page(request, response, "Time and payments", homePage(sandbox, await readVouchTime(sandbox.options)));
  });
  router.get("/customers", (request, response) => {
    const { q } = request.query;
    page(request, response, "Customers", customersPage(sandbox, typeof q === "string" ? q : ""));
  });
  router.get("/customers/:id", (request, response, next) => {
    const customer = sandbox.tables.customers.find(request.params.id);
    if (!customer || customer.deleted) return next();
    page(request, response, customer.email ?? customer.id, customerPage(sandbox, customer));
  });
  router.get("/webhooks", (request, response) => page(request, response, "Webhooks", webhooksPage(sandbox)));
  router.get("/accounts", (request, response) =>
    page(request, response, "Connected accounts", accountsPage(sandbox)),
  );

  const doing = new Map(Object.entries(acts(sandbox)));
  router.post(
    "/do/:act/:id?",
    urlencoded({ extended: false, limit: "16kb" }),
    async (request, response, next) => {
      const act = doing.get(request.params.act ?? "");
      if (!act) return next();
      const fields = new Map(
        Object.entries(Object(request.body)).map(([key, value]) => [key, String(value)]),
      );
      const said = await perform(act, request.params.id ?? "", fields);
      await sandbox.flush();
      response.redirect(303, `${ownPath(fields.get("back"))}?said=${encodeURIComponent(said)}`);
    },
  );
  return router;
}

type Fields = ReadonlyMap<string, string>;
type Act = (id: string, fields: Fields) => string | Promise<string>;

function acts(sandbox: Sandbox): Record<string, Act> {
  const { tables } = sandbox;
  const unit = (said: string, work: (id: string, fields: Fields) => unknown): Act => {
    return (id, fields) => {
      sandbox.run(BY_HAND, () => work(id, fields));
      return said;
    };
  };
  return {
    time: (step) => moveTime(sandbox, step),
    refund: unit("The money goes back.", (id, fields) =>
      refundCharge(sandbox, tables.charges.get(id), { amount: wholeNumber(fields, "amount") }),
    ),
    "refund-fail": unit("The refund failed: the payment stands again.", (id) => failRefund(sandbox, id)),
    dispute: unit("The payment is disputed.", (id) =>
      openDispute(sandbox, id, { reason: "fraudulent", inquiry: false }),
    ),
    "dispute-win": unit("The dispute is won.", (id) => winDispute(sandbox, id)),
    "dispute-lose": unit("The dispute is lost.", (id) => loseDispute(sandbox, id)),
    "next-month": unit("The next month was billed.", (id) => renewSubscription(sandbox, id)),
    invoice: unit("The invoice is made and paid.", (id, fields) =>
      makeNextInvoice(sandbox, id, wholeNumber(fields, "amount") ?? 0),
    ),
    resend: unit("It is sent again.", (id) => sandbox.webhooks.resend(id)),
    "webhook-switches": unit("Kept.", (_id, fields) => setSwitches(sandbox, fields)),
    onboard: unit("The account can receive money.", (id) => onboardAccount(sandbox, id)),
    deauthorize: unit("The account is no longer connected.", (id) => deauthorizeAccount(sandbox, id)),
    payout: unit("The money is on its way to the bank.", (id) => {
      const currency = tables.accounts.get(id).default_currency;
      const amount = accountFunds(sandbox, id, currency).available;
      return createPayout(sandbox, id, { amount, currency, description: null, metadata: {} });
    }),
    "payout-paid": unit("The payout has arrived.", (id) => settlePayout(sandbox, id, "paid")),
    "payout-failed": unit("The payout came back.", (id) => settlePayout(sandbox, id, "failed")),
  };
}

async function perform(act: Act, id: string, fields: Fields): Promise<string> {
  try {
    return await act(id, fields);
  } catch (error) {
    if (error instanceof StripeError) return `Nothing was changed: ${error.message}`;
    throw error;
  }
}

/** Moves both clocks by the same step; the sandbox alone when Vouch is not there. */
async function moveTime(sandbox: Sandbox, step: string): Promise<string> {
  const vouch = await readVouchTime(sandbox.options);
  const now = sandbox.clock.now().getTime();
  const month = addInterval(now / 1000, "month", 1) * 1000 - now;
  const toHold = (vouch?.nextHoldEndAt?.getTime() ?? 0) - (vouch?.now.getTime() ?? 0) + 1_000;
  const advanceMs = Math.ceil(step === "hold" ? toHold : step === "month" ? month : DAY_MS);
  if (advanceMs <= 0) return "No hold is running: time stays as it is.";
  sandbox.run(BY_HAND, () => advanceClock(sandbox, advanceMs));
  const moved = vouch && (await moveVouchTime(sandbox.options, advanceMs));
  return moved
    ? "Time has moved on, here and in Vouch."
    : "Time has moved on here only: Vouch did not answer.";
}

function setSwitches(sandbox: Sandbox, fields: Fields): void {
  const mode = fields.get("mode");
  sandbox.setSetting("webhooks", {
    mode: mode === "paused" || mode === "off" ? mode : "on",
    duplicates: Math.min(10, wholeNumber(fields, "duplicates") ?? 0),
    delayMs: Math.min(3_600_000, wholeNumber(fields, "delayMs") ?? 0),
    reorder: fields.has("reorder"),
  });
}

function wholeNumber(fields: Fields, name: string): number | undefined {
  const text = fields.get(name) ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function ownPath(path: string | undefined): string {
  return path && /^\/[\w/-]*$/.test(path) && !path.startsWith("//") ? path : "/";
}
