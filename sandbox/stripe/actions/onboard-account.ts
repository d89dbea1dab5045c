import { newId } from "../identifiers";
import { newBankAccount, requirements } from "../objects/account";
import type { Account } from "../objects/account";
import { listObject } from "../objects/stripe-object";
import type { Sandbox } from "../sandbox";

/** The person has filled in the stand-in onboarding page: the account can receive money from now on. */
export function onboardAccount(sandbox: Sandbox, id: string): Account {
  const before = sandbox.tables.accounts.get(id);
  const bank = newBankAccount(newId("ba_", 24), id, before.default_currency, before.country);
  const after = sandbox.tables.accounts.update(id, {
    capabilities: Object.fromEntries(Object.keys(before.capabilities).map((name) => [name, "active"])),
    charges_enabled: "card_payments" in before.capabilities,
    details_submitted: true,
    external_accounts: listObject(before.external_accounts.url, [bank]),
    payouts_enabled: true,
    requirements: requirements(),
    tos_acceptance: { ...Object(before.tos_acceptance), date: sandbox.now(), ip: "127.0.0.1" },
  });
  sandbox.emit("account.updated", after, { before, account: id });
  return after;
}

/** The account cuts the tie with the platform; its id is unknown from then on. */
export function deauthorizeAccount(sandbox: Sandbox, id: string): void {
  sandbox.tables.accounts.get(id);
  const application = { id: newId("ca_", 24), object: "application", name: "Vouch sandbox" };
  sandbox.emit("account.application.deauthorized", application, { account: id });
  sandbox.tables.accounts.remove(id);
}
