import { previewInvoice } from "../actions/preview-invoice";
import type { Customer } from "../objects/customer";
import type { Invoice } from "../objects/invoice";
import type { Sandbox } from "../sandbox";
import { StripeError } from "../stripe-error";
import { html, moment, money } from "./html";
import type { Html } from "./html";
import { actionForm, table } from "./parts";

const SHOWN = 200;

export function customersPage(sandbox: Sandbox, wanted: string): Html {
  const needle = wanted.toLowerCase();
  const found = sandbox.tables.customers
    .all()
    .filter(
      (one) =>
        !one.deleted && `${one.email ?? ""} ${one.name ?? ""} ${one.id}`.toLowerCase().includes(needle),
    );
  const rows = found
    .slice(-SHOWN)
    .reverse()
    .map((one) => [
      html`<a href="/customers/${one.id}">${one.email ?? one.id}</a><br /><span class="muted"
          >${one.name ?? ""}</span
        >`,
      html`${moment(one.created)}`,
      html`<span class="number">${balanceText(one)}</span>`,
    ]);
  return html`<form method="get" action="/customers" class="inline">
      <label for="q">Find</label><input id="q" type="text" name="q" value="${wanted}" /><button>
        Search
      </button>
    </form>
    <section>${table("Customers", ["Customer", "Since", "Balance"], rows)}</section>`;
}

/** One customer: what waits on the balance, what the next invoice would be, and the invoices so far. */
export function customerPage(sandbox: Sandbox, customer: Customer): Html {
  const { tables } = sandbox;
  const back = `/customers/${customer.id}`;
  const lines = tables.customerBalanceTransactions.where("customer", customer.id).reverse();
  const invoices = tables.invoices.where("customer", customer.id).reverse();
  const amount = html`<label class="muted" for="amount">cents</label>
    <input id="amount" type="number" name="amount" min="1" max="99999999" value="4900" />`;
  return html`<p><code>${customer.id}</code> ${customer.name ?? ""}</p>
    <p>
      Balance: <strong>${balanceText(customer)}</strong>. Credit is used by the next invoice that is
      finalised.
    </p>
    <section aria-labelledby="next">
      <h2 id="next">Next invoice</h2>
      ${upcoming(sandbox, customer)}
      ${actionForm(
        `/do/invoice/${customer.id}`,
        "Make the next invoice now",
        back,
        hasSubscription(sandbox, customer) ? null : amount,
      )}
    </section>
    <section aria-labelledby="balance">
      <h2 id="balance">Balance lines</h2>
      ${table(
        "Balance lines",
        ["When", "What", "Amount", "Balance after"],
        lines.map((line) => [
          html`${moment(line.created)}`,
          html`${line.type.replaceAll("_", " ")}<br /><span class="muted"
              >${line.description ?? tables.invoices.find(line.invoice)?.number ?? ""}</span
            >`,
          html`<span class="number">${money(line.amount, line.currency)}</span>`,
          html`<span class="number">${money(line.ending_balance, line.currency)}</span>`,
        ]),
      )}
    </section>
    ${invoices.map((invoice) => invoiceSection(invoice))}`;
}

function upcoming(sandbox: Sandbox, customer: Customer): Html {
  try {
    return invoiceTable(previewInvoice(sandbox, customer.id));
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return html`<p class="muted">No subscription and no waiting lines: choose an amount for an order.</p>`;
  }
}

function invoiceSection(invoice: Invoice): Html {
  return html`<section aria-labelledby="${invoice.id}">
    <h2 id="${invoice.id}">Invoice ${invoice.number ?? "(draft)"} · ${invoice.status}</h2>
    <p class="muted">${moment(invoice.created)} · <code>${invoice.id}</code></p>
    ${invoiceTable(invoice)}
  </section>`;
}

function invoiceTable(invoice: Invoice): Html {
  const show = (amount: number) => html`<span class="number">${money(amount, invoice.currency)}</span>`;
  const applied = invoice.amount_due - invoice.total;
  const discount = invoice.lines.data
    .flatMap((line) => line.discount_amounts)
    .reduce((sum, one) => sum + one.amount, 0);
  return table(
    "Invoice lines",
    ["Line", "Amount"],
    [
      ...invoice.lines.data.map((line) => [html`${line.description}`, show(line.amount)]),
      ...(discount > 0 ? [[html`Discount`, show(-discount)]] : []),
      ...(applied !== 0 ? [[html`<span class="done">Customer balance used</span>`, show(applied)]] : []),
      [html`<strong>To pay</strong>`, html`<strong>${show(invoice.amount_due)}</strong>`],
    ],
  );
}

function balanceText(customer: Customer): string {
  const amount = money(Math.abs(customer.balance), customer.currency ?? "eur");
  return customer.balance < 0 ? `${amount} credit` : customer.balance > 0 ? `${amount} owed` : amount;
}

function hasSubscription(sandbox: Sandbox, customer: Customer): boolean {
  const running = ["active", "trialing", "past_due"];
  return sandbox.tables.subscriptions
    .where("customer", customer.id)
    .some((one) => running.includes(one.status));
}
