import { z } from "zod";
import { changeBalance } from "../actions/change-balance";
import { newId } from "../identifiers";
import { newCustomer } from "../objects/customer";
import type { Customer } from "../objects/customer";
import { mergeMetadata } from "../objects/stripe-object";
import { accepted, clearable, currency, integer, list, metadata, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";
import type { Sandbox } from "../sandbox";
import { invalidRequest, missingResource } from "../stripe-error";
import { endSubscription } from "../actions/renew-subscription";

const fields = {
  address: clearable(accepted).optional(),
  balance: integer.optional(),
  description: clearable(text).optional(),
  email: clearable(text.max(512)).optional(),
  invoice_prefix: text.optional(),
  metadata: metadata.optional(),
  name: clearable(text).optional(),
  phone: clearable(text).optional(),
  preferred_locales: list(text).optional(),
  shipping: clearable(accepted).optional(),
  tax_exempt: z.enum(["none", "exempt", "reverse"]).optional(),
};

const invoiceSettings = z.strictObject({ default_payment_method: text.optional(), footer: text.optional() });

export const customerRoutes: Route[] = [
  route("POST", "/v1/customers", "customer", fields, ({ sandbox, params: { metadata: given, ...rest } }) => {
    const customer = sandbox.tables.customers.insert(
      newCustomer({ ...rest, id: newId("cus_"), created: sandbox.now(), metadata: mergeMetadata({}, given) }),
    );
    sandbox.emit("customer.created", customer);
    return customer;
  }),
  route("GET", "/v1/customers/:id", "customer", {}, ({ sandbox, at }) =>
    customerOrDeleted(sandbox, at("id")),
  ),
  route(
    "POST",
    "/v1/customers/:id",
    "customer",
    { ...fields, invoice_settings: invoiceSettings.optional() },
    ({ sandbox, params: { metadata: change, invoice_settings: settings, ...rest }, at }) => {
      const before = livingCustomer(sandbox, at("id"));
      if (settings?.default_payment_method) {
        sandbox.tables.paymentMethods.get(
          settings.default_payment_method,
          "invoice_settings[default_payment_method]",
        );
      }
      const after = sandbox.tables.customers.update(before.id, {
        ...rest,
        invoice_settings: { ...before.invoice_settings, ...settings },
        metadata: mergeMetadata(before.metadata, change),
      });
      sandbox.emit("customer.updated", after, { before });
      return after;
    },
  ),
  route("DELETE", "/v1/customers/:id", "customer", {}, ({ sandbox, at }) => {
    const customer = livingCustomer(sandbox, at("id"));
    for (const subscription of sandbox.tables.subscriptions.where("customer", customer.id)) {
      if (subscription.status !== "canceled") endSubscription(sandbox, subscription.id);
    }
    sandbox.tables.customers.update(customer.id, { deleted: true, email: null, name: null, metadata: {} });
    sandbox.emit("customer.deleted", customer);
    return deletedCustomer(customer.id);
  }),
  listRoute("/v1/customers", "customer", { email: text.optional() }, ({ sandbox, params: { email } }) => {
    const { customers } = sandbox.tables;
    return (email === undefined ? customers.all() : customers.where("email", email)).filter(
      (one) => !one.deleted,
    );
  }),
  route(
    "GET",
    "/v1/customers/search",
    "customer",
    { query: text, limit: integer.optional(), page: text.optional() },
    ({ sandbox, params: { query, limit } }) => {
      const found = searchCustomers(sandbox, query).slice(0, limit ?? 10);
      return {
        object: "search_result",
        data: found,
        has_more: false,
        next_page: null,
        url: "/v1/customers/search",
      };
    },
  ),
  route(
    "POST",
    "/v1/customers/:id/balance_transactions",
    "customer",
    {
      amount: integer,
      currency,
      description: text.optional(),
      metadata: metadata.optional(),
    },
    ({ sandbox, params, at }) =>
      changeBalance(sandbox, livingCustomer(sandbox, at("id")), {
        ...params,
        type: "adjustment",
        metadata: mergeMetadata({}, params.metadata),
      }),
  ),
  route("GET", "/v1/customers/:id/balance_transactions/:txn", "customer", {}, ({ sandbox, at }) =>
    balanceTransaction(sandbox, at("id"), at("txn")),
  ),
  route(
    "POST",
    "/v1/customers/:id/balance_transactions/:txn",
    "customer",
    { description: clearable(text).optional(), metadata: metadata.optional() },
    ({ sandbox, params: { metadata: change, ...rest }, at }) => {
      const before = balanceTransaction(sandbox, at("id"), at("txn"));
      return sandbox.tables.customerBalanceTransactions.update(before.id, {
        ...rest,
        metadata: mergeMetadata(before.metadata, change),
      });
    },
  ),
  listRoute(
    "/v1/customers/:id/balance_transactions",
    "customer",
    { invoice: text.optional() },
    ({ sandbox, params: { invoice }, at }) => {
      customerOrDeleted(sandbox, at("id"));
      const all = sandbox.tables.customerBalanceTransactions.where("customer", at("id"));
      return all.filter((transaction) => invoice === undefined || transaction.invoice === invoice);
    },
  ),
];

/** Throws as for an unknown one when the customer has been deleted. */
export function livingCustomer(sandbox: Sandbox, id: string, param?: string): Customer {
  const customer = sandbox.tables.customers.get(id, param);
  if (customer.deleted) throw missingResource("customer", id, param);
  return customer;
}

function customerOrDeleted(sandbox: Sandbox, id: string) {
  const customer = sandbox.tables.customers.get(id);
  return customer.deleted ? deletedCustomer(id) : customer;
}

function deletedCustomer(id: string) {
  return { id, object: "customer", deleted: true };
}

function balanceTransaction(sandbox: Sandbox, customer: string, id: string) {
  const transaction = sandbox.tables.customerBalanceTransactions.get(id);
  if (transaction.customer !== customer) throw missingResource("customer balance transaction", id);
  return transaction;
}

/** `email:'a@b'`, `email~'part'` and `metadata['key']:'value'`, joined by AND. */
function searchCustomers(sandbox: Sandbox, query: string): Customer[] {
  const clauses = query.split(/\s+AND\s+/i).map((clause) => {
    const match = /^(?:(email|name)|metadata\[['"](.+)['"]\])\s*([:~])\s*['"](.*)['"]$/.exec(clause.trim());
    if (!match) throw invalidRequest(`The sandbox cannot read this part of the query: ${clause}`, "query");
    const [, field, key, operator, value = ""] = match;
    return { field, key, exact: operator === ":", value: value.toLowerCase() };
  });
  return sandbox.tables.customers
    .all()
    .filter((customer) => !customer.deleted)
    .filter((customer) =>
      clauses.every(({ field, key, exact, value }) => {
        const stored = field ? customer[field] : customer.metadata[key ?? ""];
        const text = String(stored ?? "").toLowerCase();
        return exact ? text === value : text.includes(value);
      }),
    );
}
