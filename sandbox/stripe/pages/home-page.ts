import type { Charge } from "../objects/payment";
import type { Subscription } from "../objects/subscription";
import type { Sandbox } from "../sandbox";
import { html, moment, money } from "./html";
import type { Html } from "./html";
import { actionForm, table } from "./parts";
import type { VouchTime } from "./vouch-clock";

const SHOWN = 25;

export function homePage(sandbox: Sandbox, vouch: VouchTime | null): Html {
  return html`${timeSection(sandbox, vouch)} ${paymentSection(sandbox)} ${subscriptionSection(sandbox)}`;
}

function timeSection(sandbox: Sandbox, vouch: VouchTime | null): Html {
  const hold = vouch?.nextHoldEndAt;
  return html`<section aria-labelledby="time">
    <h2 id="time">Move time</h2>
    <p>Here it is <strong>${moment(sandbox.now())}</strong> (Amsterdam time).</p>
    <p>
      ${vouch
        ? html`In Vouch it is ${moment(vouch.now.getTime() / 1000)}.
          ${hold ? html`The next hold ends ${moment(hold.getTime() / 1000)}.` : html`No hold is running.`}`
        : html`Vouch does not answer at ${sandbox.options.vouchUrl}; only this sandbox would move.`}
    </p>
    <p>Both clocks move together. Renewals that fall due on the way happen, each at its own moment.</p>
    ${actionForm("/do/time/day", "A day on", "/")} ${actionForm("/do/time/month", "A month on", "/")}
    ${hold ? actionForm("/do/time/hold", "To the next hold end", "/") : null}
  </section>`;
}

function paymentSection(sandbox: Sandbox): Html {
  const charges = sandbox.tables.charges.all().slice(-SHOWN).reverse();
  const rows = charges.map((charge) => [
    html`${moment(charge.created)}<br /><code>${charge.id}</code>`,
    html`${charge.billing_details.email ?? "no e-mail"}<br /><span class="muted"
        >card ending ${charge.payment_method_details.card.last4}</span
      >`,
    html`<span class="number">${money(charge.amount, charge.currency)}</span>`,
    stateOf(sandbox, charge),
    moves(sandbox, charge),
  ]);
  return html`<section aria-labelledby="payments">
    <h2 id="payments">Recent payments</h2>
    ${table("Recent payments", ["When", "Who", "Amount", "State", "What you can do"], rows)}
  </section>`;
}

function stateOf(sandbox: Sandbox, charge: Charge): Html {
  const refunds = sandbox.tables.refunds.where("charge", charge.id);
  const disputes = sandbox.tables.disputes.where("charge", charge.id);
  return html`${charge.status}
  ${refunds.map((one) => html`<br />refund ${money(one.amount, one.currency)}: ${one.status}`)}
  ${disputes.map((one) => html`<br />dispute: ${one.status}`)}`;
}

function moves(sandbox: Sandbox, charge: Charge): Html | null {
  if (charge.status !== "succeeded") return null;
  const left = charge.amount - charge.amount_refunded;
  const open = sandbox.tables.disputes
    .where("charge", charge.id)
    .filter((one) => one.status.endsWith("needs_response") || one.status.endsWith("under_review"));
  const alive = sandbox.tables.refunds
    .where("charge", charge.id)
    .filter((one) => one.status === "succeeded" || one.status === "pending");
  const amount = html`<label class="muted" for="amount-${charge.id}">cents</label>
    <input id="amount-${charge.id}" type="number" name="amount" min="1" max="${left}" value="${left}" />`;
  return html`${left > 0 && !charge.disputed
    ? actionForm(`/do/refund/${charge.id}`, "Refund", "/", amount)
    : null}
  ${alive.map((one) =>
    actionForm(`/do/refund-fail/${one.id}`, `Let refund of ${money(one.amount, one.currency)} fail`, "/"),
  )}
  ${!charge.disputed ? actionForm(`/do/dispute/${charge.id}`, "Dispute", "/") : null}
  ${open.map(
    (one) => html`${actionForm(`/do/dispute-win/${one.id}`, "Win the dispute", "/")}
    ${actionForm(`/do/dispute-lose/${one.id}`, "Lose the dispute", "/")}`,
  )}`;
}

function subscriptionSection(sandbox: Sandbox): Html {
  const all = sandbox.tables.subscriptions.all().slice(-SHOWN).reverse();
  const rows = all.map((one) => [
    html`<code>${one.id}</code><br /><a href="/customers/${one.customer}"
        >${emailOf(sandbox, one.customer)}</a
      >`,
    html`${one.status}${one.cancel_at_period_end ? ", ends with the period" : ""}`,
    html`until ${moment(one.items.data[0]?.current_period_end ?? 0)}`,
    subscriptionMoves(one),
  ]);
  return html`<section aria-labelledby="subscriptions">
    <h2 id="subscriptions">Subscriptions</h2>
    ${table("Subscriptions", ["Whose", "Status", "Period", "What you can do"], rows)}
  </section>`;
}

function subscriptionMoves(subscription: Subscription): Html | null {
  if (!["active", "trialing", "past_due"].includes(subscription.status)) return null;
  return actionForm(`/do/next-month/${subscription.id}`, "Next month", "/");
}

function emailOf(sandbox: Sandbox, customer: string): string {
  return sandbox.tables.customers.find(customer)?.email ?? customer;
}
