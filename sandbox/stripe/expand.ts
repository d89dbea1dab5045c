import { pageOf } from "./listing";
import type { BalanceTransaction } from "./objects/balance-transaction";
import { withStatus } from "./resources/balance";
import type { Sandbox } from "./sandbox";
import { sessionLineItems } from "./actions/price-session";
import { invalidRequest } from "./stripe-error";
import type { Row, Table } from "./table";
import type { Tables } from "./tables";

type Fields = Record<string, unknown>;

const TABLE_OF_PREFIX: Record<string, (tables: Tables) => Table<Row>> = {
  acct: (t) => widen(t.accounts),
  cbtxn: (t) => widen(t.customerBalanceTransactions),
  ch: (t) => widen(t.charges),
  cn: (t) => widen(t.creditNotes),
  cs: (t) => widen(t.sessions),
  cus: (t) => widen(t.customers),
  di: (t) => widen(t.discounts),
  dp: (t) => widen(t.disputes),
  in: (t) => widen(t.invoices),
  pi: (t) => widen(t.paymentIntents),
  plink: (t) => widen(t.paymentLinks),
  pm: (t) => widen(t.paymentMethods),
  po: (t) => widen(t.payouts),
  price: (t) => widen(t.prices),
  prod: (t) => widen(t.products),
  promo: (t) => widen(t.promotionCodes),
  re: (t) => widen(t.refunds),
  sub: (t) => widen(t.subscriptions),
  tr: (t) => widen(t.transfers),
  trr: (t) => widen(t.transferReversals),
  txn: (t) => widen(t.balanceTransactions),
  txr: (t) => widen(t.taxRates),
};

/** Stripe's own limit; the `data` of a list counts as a level. */
const MAX_LEVELS = 4;

/** Replaces ids by objects along each path of `expand[]`; throws 400 for what cannot be expanded. */
export function expandObject(sandbox: Sandbox, body: unknown, paths: readonly string[]): unknown {
  const deep = paths.find((path) => path.split(".").length > MAX_LEVELS);
  if (deep !== undefined) {
    throw invalidRequest(
      `You cannot expand more than ${MAX_LEVELS} levels of a property. Property: ${deep}`,
      undefined,
      "property_expansion_max_depth",
    );
  }
  return paths.reduce((result, path) => expandPath(sandbox, result, path.split(".")), body);
}

function expandPath(sandbox: Sandbox, node: unknown, steps: string[]): unknown {
  if (Array.isArray(node)) return node.map((item) => expandPath(sandbox, item, steps));
  const [step, ...rest] = steps;
  if (step === undefined || typeof node !== "object" || node === null) return node;
  const fields = node as Fields;
  const value = fields[step] ?? derived(sandbox, fields, step) ?? fields[step];
  if (value === undefined || typeof value === "number" || typeof value === "boolean") {
    throw invalidRequest(`This property cannot be expanded (${step}).`, `expand[0]`);
  }
  const object = typeof value === "string" ? lookUp(sandbox, step, value) : expandIds(sandbox, step, value);
  return { ...fields, [step]: expandPath(sandbox, object ?? value, rest) };
}

function expandIds(sandbox: Sandbox, step: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) =>
    typeof item === "string" ? lookUp(sandbox, step, item) ?? item : item,
  );
}

function lookUp(sandbox: Sandbox, step: string, id: string): Row | undefined {
  if (step === "coupon") return sandbox.tables.coupons.find(id);
  const prefix = id.split("_")[0] ?? "";
  const table = Object.hasOwn(TABLE_OF_PREFIX, prefix) ? TABLE_OF_PREFIX[prefix] : undefined;
  const row = table?.(sandbox.tables).find(id);
  return row && prefix === "txn" ? withStatus(sandbox, row as BalanceTransaction) : row;
}

/** Lists that Stripe leaves out unless they are asked for. */
function derived(sandbox: Sandbox, fields: Fields, step: string): unknown {
  const { tables } = sandbox;
  const id = String(fields.id);
  const kind = `${String(fields.object)}.${step}`;
  if (kind === "checkout.session.line_items") {
    return pageOf(sessionLineItems(sandbox, id), { limit: 100 }, `/v1/checkout/sessions/${id}/line_items`);
  }
  if (kind === "charge.refunds") {
    return pageOf(tables.refunds.where("charge", id), { limit: 100 }, `/v1/charges/${id}/refunds`);
  }
  if (kind === "invoice.payments") {
    return pageOf(tables.invoicePayments.where("invoice", id), { limit: 100 }, "/v1/invoice_payments");
  }
  if (kind === "customer.subscriptions") {
    return pageOf(tables.subscriptions.where("customer", id), {}, `/v1/customers/${id}/subscriptions`);
  }
  return undefined;
}

function widen<T extends Row>(table: Table<T>): Table<Row> {
  return table as unknown as Table<Row>;
}
