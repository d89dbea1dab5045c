import { accountFunds } from "../actions/balances";
import type { Account } from "../objects/account";
import type { Sandbox } from "../sandbox";
import type { OnboardingLink } from "../tables";
import { html, moment, money } from "./html";
import type { Html } from "./html";
import { actionForm, table } from "./parts";

export function accountsPage(sandbox: Sandbox): Html {
  const accounts = sandbox.tables.accounts.all().reverse();
  const rows = accounts.map((account) => [
    html`<span id="${account.id}">${account.email ?? "no e-mail"}</span><br /><code>${account.id}</code>`,
    html`${account.details_submitted ? "onboarded" : "details missing"}${account.payouts_enabled
      ? ", can be paid"
      : ""}`,
    fundsOf(sandbox, account),
    moves(account),
  ]);
  return html`<section>
      ${table("Connected accounts", ["Account", "State", "Money", "What you can do"], rows)}
    </section>
    <section aria-labelledby="payouts">
      <h2 id="payouts">Payouts</h2>
      ${payouts(sandbox)}
    </section>`;
}

/** Stands in for the pages on which Stripe asks a person who they are. */
export function onboardingPage(link: OnboardingLink, account: Account): Html {
  return html`<p class="notice">Test page: nobody checks anything here.</p>
    <h1>Receive money</h1>
    <p>
      Stripe would ask for a name, an address, an identity document and a bank account. This stand-in fills
      them in.
    </p>
    <p>Account <code>${account.id}</code>, ${account.country}, ${account.email ?? "no e-mail"}</p>
    <form method="post" action="/connect/onboarding/${link.id}" class="card">
      <button class="main" name="action" value="complete">Fill in test details and agree</button>
    </form>
    <form method="post" action="/connect/onboarding/${link.id}">
      <button name="action" value="later">Not now</button>
    </form>`;
}

function fundsOf(sandbox: Sandbox, account: Account): Html {
  const { available, pending } = accountFunds(sandbox, account.id, account.default_currency);
  const show = (amount: number) => money(amount, account.default_currency);
  return html`${show(available)} available${pending > 0 ? html`<br />${show(pending)} from tomorrow` : null}`;
}

function moves(account: Account): Html {
  if (!account.details_submitted)
    return actionForm(`/do/onboard/${account.id}`, "Onboard with test details", "/accounts");
  return html`${actionForm(`/do/payout/${account.id}`, "Pay out all", "/accounts")}
  ${actionForm(`/do/deauthorize/${account.id}`, "Cut the tie", "/accounts")}`;
}

function payouts(sandbox: Sandbox): Html {
  const rows = sandbox.tables.payouts
    .all()
    .reverse()
    .map((payout) => [
      html`${moment(payout.created)}<br /><code>${payout.id}</code>`,
      html`<span class="number">${money(payout.amount, payout.currency)}</span>`,
      html`${payout.status.replaceAll("_", " ")}`,
      html`${payout.status === "in_transit"
        ? actionForm(`/do/payout-paid/${payout.id}`, "Arrives", "/accounts")
        : null}
      ${payout.status === "in_transit" || payout.status === "paid"
        ? actionForm(`/do/payout-failed/${payout.id}`, "Comes back", "/accounts")
        : null}`,
    ]);
  return table("Payouts", ["When", "Amount", "State", "What you can do"], rows);
}
