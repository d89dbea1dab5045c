import { sessionLineItems } from "../actions/price-session";
import type { CheckoutSession } from "../objects/checkout-session";
import type { Price } from "../objects/catalogue";
import type { Sandbox } from "../sandbox";
import { html, money } from "./html";
import type { Html } from "./html";
import type { Language, PaymentTexts } from "./payment-texts";

export interface PaymentForm {
  email: string;
  name: string;
  cardNumber: string;
  expiry: string;
  cvc: string;
  code: string;
  settlesLater: boolean;
}

export type PaymentErrors = Partial<
  Record<"email" | "cardNumber" | "expiry" | "cvc" | "code" | "payment", string>
>;

export interface PaymentView {
  session: CheckoutSession;
  form: PaymentForm;
  errors: PaymentErrors;
  language: Language;
  texts: PaymentTexts;
}

export const EMPTY_FORM: PaymentForm = {
  email: "",
  name: "",
  cardNumber: "",
  expiry: "",
  cvc: "",
  code: "",
  settlesLater: false,
};

export function paymentPage(sandbox: Sandbox, view: PaymentView): Html {
  const { session, form, errors, texts } = view;
  const payLabel = session.mode === "subscription" ? texts.subscribe : texts.pay;
  const amount = money(session.amount_total, session.currency, view.language);
  return html`
    <p class="notice">${texts.test}</p>
    <h1>${texts.title}</h1>
    ${orderSummary(sandbox, view)}
    <form method="post" action="/c/pay/${session.id}" novalidate class="card">
      ${errors.payment ? html`<p class="error" role="alert">${errors.payment}</p>` : null}
      ${emailField(sandbox, view)} ${codeField(sandbox, view)}
      <fieldset>
        <legend>${texts.method}</legend>
        ${choice("card", texts.card, !form.settlesLater)}
        ${session.mode === "payment" ? choice("later", texts.later, form.settlesLater) : null}
      </fieldset>
      ${field("cardNumber", texts.cardNumber, form.cardNumber, errors.cardNumber, "cc-number")}
      ${field("expiry", texts.expiry, form.expiry, errors.expiry, "cc-exp")}
      ${field("cvc", texts.cvc, form.cvc, errors.cvc, "cc-csc")}
      ${field("name", texts.name, form.name, undefined, "cc-name")}
      <button class="main" name="action" value="pay">${payLabel} · ${amount}</button>
    </form>
    ${session.cancel_url ? html`<p><a href="${session.cancel_url}">${texts.back}</a></p>` : null}
  `;
}

export function closedPage(session: CheckoutSession, texts: PaymentTexts): Html {
  const paid = session.status === "complete";
  const target = paid
    ? session.success_url?.replaceAll("{CHECKOUT_SESSION_ID}", session.id)
    : session.cancel_url;
  return html`
    <h1>${texts.closedTitle}</h1>
    <p>${paid ? texts.closedPaid : texts.closedExpired}</p>
    ${target ? html`<p><a href="${target}">${texts.back}</a></p>` : null}
  `;
}

function orderSummary(sandbox: Sandbox, { session, texts, language }: PaymentView): Html {
  const show = (amount: number) => money(amount, session.currency, language);
  const { amount_discount: discount, amount_shipping: shipping, amount_tax: tax } = session.total_details;
  const lines = sessionLineItems(sandbox, session.id).map((line) => {
    const price = line.price as Price;
    const monthly = price.recurring?.interval === "month" ? texts.perMonth : "";
    return html`<dt>
        ${Number(line.quantity)} × ${String(line.description)} <span class="muted">${monthly}</span>
      </dt>
      <dd>${show(Number(line.amount_subtotal))}</dd>`;
  });
  return html`<section aria-labelledby="order">
    <h2 id="order">${texts.order}</h2>
    <dl class="sum">
      ${lines}
      ${discount > 0
        ? html`<dt>${texts.discount}</dt>
            <dd>−${show(discount)}</dd>`
        : null}
      ${shipping > 0
        ? html`<dt>${texts.shipping}</dt>
            <dd>${show(shipping)}</dd>`
        : null}
      <dt class="total">${texts.total}</dt>
      <dd class="total">${show(session.amount_total)}</dd>
      ${tax > 0
        ? html`<dt class="muted">${texts.tax}</dt>
            <dd class="muted">${show(tax)}</dd>`
        : null}
    </dl>
  </section>`;
}

function emailField(sandbox: Sandbox, { session, form, errors, texts }: PaymentView): Html {
  const known = session.customer
    ? sandbox.tables.customers.find(session.customer)?.email
    : session.customer_email;
  if (known) return html`<p>${texts.email}: <strong>${known}</strong></p>`;
  return field("email", texts.email, form.email, errors.email, "email", "email");
}

function codeField(sandbox: Sandbox, { session, form, errors, texts }: PaymentView): Html | null {
  const applied = sandbox.tables.promotionCodes.find(session.discounts[0]?.promotion_code);
  if (applied && session.allow_promotion_codes) {
    return html`<p class="row">
      <span class="done">✓ ${texts.applied}: ${applied.code}</span>
      <button name="action" value="remove">${texts.remove}</button>
    </p>`;
  }
  if (!session.allow_promotion_codes) return null;
  return html`<div class="row">
    <div>${field("code", texts.code, form.code, errors.code, "off")}</div>
    <button name="action" value="apply">${texts.apply}</button>
  </div>`;
}

function choice(value: string, label: string, checked: boolean): Html {
  return html`<label class="choice"
    ><input type="radio" name="method" value="${value}" ${checked ? html`checked` : null} />${label}</label
  >`;
}

function field(
  name: string,
  label: string,
  value: string,
  error: string | undefined,
  autocomplete: string,
  type = "text",
): Html {
  return html`<label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      ${error ? html`aria-invalid="true" aria-describedby="${name}-error"` : null}
    />
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : null}`;
}
