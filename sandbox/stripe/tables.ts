import { ChangeLog } from "./change-log";
import type { BalanceTransaction } from "./objects/balance-transaction";
import type { Price, Product, TaxRate } from "./objects/catalogue";
import type { CheckoutSession, SessionDraft } from "./objects/checkout-session";
import type { Account } from "./objects/account";
import type { CreditNote } from "./objects/credit-note";
import type { Customer, CustomerBalanceTransaction } from "./objects/customer";
import type { Coupon, Discount, PromotionCode } from "./objects/discounts";
import type { Dispute } from "./objects/dispute";
import type { Invoice, InvoiceItem, InvoicePayment } from "./objects/invoice";
import type { Delivery, EndpointSecret, Event, WebhookEndpoint } from "./objects/notification";
import type { Charge, PaymentIntent, PaymentMethod } from "./objects/payment";
import type { PaymentLink, PaymentLinkTemplate } from "./objects/payment-link";
import type { Refund } from "./objects/refund";
import type { StripeObject } from "./objects/stripe-object";
import type { Subscription } from "./objects/subscription";
import type { Payout, Transfer, TransferReversal } from "./objects/transfer";
import { Table } from "./table";
import type { Row } from "./table";

export interface Effect extends Row {
  seq: number;
  at: string;
  effect: "created" | "updated" | "deleted";
  object: string;
  objectId: string;
  facts: Record<string, unknown>;
  requestId: string | null;
  idempotencyKey: string | null;
}

export interface IdempotentAnswer extends Row {
  endpoint: string;
  parameters: string;
  status: number;
  body: string;
  at: number;
}

export interface OnboardingLink extends Row {
  account: string;
  refreshUrl: string;
  returnUrl: string;
  expiresAt: number;
}

/** What a card does when it is charged later; the API shows only its brand and last digits. */
export interface CardBehaviour extends Row {
  outcome: string;
  /** Of a number that is found risky. */
  risk: { risk_level: string; risk_score: number } | null;
}

/** The connected account a payout belongs to; the object itself does not say. */
export interface PayoutOwner extends Row {
  account: string | null;
}

export interface RestrictedKey extends Row {
  permissions: string[];
}

export interface Setting extends Row {
  value: unknown;
}

/** Every kind of row the sandbox keeps. Names with an underscore are its own affair, never objects of the API. */
export class Tables {
  readonly #all = new Map<string, Table<Row>>();
  readonly changes = new ChangeLog((table, id, row) => this.restore(table, id, row));

  readonly accounts = this.#table<Account>("account", "account");
  readonly balanceTransactions = this.#table<BalanceTransaction>(
    "balance_transaction",
    "balance transaction",
    ["source"],
  );
  readonly charges = this.#table<Charge>("charge", "charge", ["payment_intent", "customer"]);
  readonly coupons = this.#table<Coupon>("coupon", "coupon");
  readonly creditNotes = this.#table<CreditNote>("credit_note", "credit note", ["invoice"]);
  readonly customerBalanceTransactions = this.#table<CustomerBalanceTransaction>(
    "customer_balance_transaction",
    "customer balance transaction",
    ["customer"],
  );
  readonly customers = this.#table<Customer>("customer", "customer", ["email"]);
  readonly discounts = this.#table<Discount>("discount", "discount");
  readonly disputes = this.#table<Dispute>("dispute", "dispute", ["charge"]);
  readonly earlyFraudWarnings = this.#table<StripeObject>("radar.early_fraud_warning", "early fraud warning");
  readonly events = this.#table<Event>("event", "event");
  readonly invoiceItems = this.#table<InvoiceItem>("invoiceitem", "invoice item", ["customer"]);
  readonly invoicePayments = this.#table<InvoicePayment>("invoice_payment", "invoice payment", ["invoice"]);
  readonly invoices = this.#table<Invoice>("invoice", "invoice", ["customer"]);
  readonly paymentIntents = this.#table<PaymentIntent>("payment_intent", "payment_intent", ["customer"]);
  readonly paymentLinks = this.#table<PaymentLink>("payment_link", "payment link");
  readonly paymentMethods = this.#table<PaymentMethod>("payment_method", "PaymentMethod", ["customer"]);
  readonly payouts = this.#table<Payout>("payout", "payout");
  readonly prices = this.#table<Price>("price", "price", ["product"]);
  readonly products = this.#table<Product>("product", "product");
  readonly promotionCodes = this.#table<PromotionCode>("promotion_code", "promotion code");
  readonly refunds = this.#table<Refund>("refund", "refund", ["charge"]);
  readonly sessions = this.#table<CheckoutSession>("checkout.session", "checkout.session", [
    "payment_intent",
  ]);
  readonly subscriptions = this.#table<Subscription>("subscription", "subscription", ["customer"]);
  readonly taxRates = this.#table<TaxRate>("tax_rate", "tax rate");
  readonly transferReversals = this.#table<TransferReversal>("transfer_reversal", "transfer reversal", [
    "transfer",
  ]);
  readonly transfers = this.#table<Transfer>("transfer", "transfer", ["destination"]);
  readonly webhookEndpoints = this.#table<WebhookEndpoint>("webhook_endpoint", "webhook endpoint");

  readonly cardBehaviours = this.#table<CardBehaviour>("_card_behaviour", "card");
  readonly deliveries = this.#table<Delivery>("_delivery", "delivery", ["event", "status"]);
  readonly effects = this.#table<Effect>("_effect", "effect");
  readonly endpointSecrets = this.#table<EndpointSecret>("_endpoint_secret", "webhook endpoint");
  readonly idempotentAnswers = this.#table<IdempotentAnswer>("_idempotent_answer", "key");
  readonly linkTemplates = this.#table<PaymentLinkTemplate>("_link_template", "payment link");
  readonly onboardingLinks = this.#table<OnboardingLink>("_onboarding_link", "account link");
  readonly payoutOwners = this.#table<PayoutOwner>("_payout_owner", "payout");
  readonly restrictedKeys = this.#table<RestrictedKey>("_restricted_key", "key");
  readonly sessionDrafts = this.#table<SessionDraft>("_session_draft", "checkout.session");
  readonly settings = this.#table<Setting>("_setting", "setting");

  every(): Table<Row>[] {
    return [...this.#all.values()];
  }

  restore(table: string, id: string, row: Row | null): void {
    this.#all.get(table)?.restore(id, row);
  }

  #table<T extends Row>(name: string, label: string, indexed: readonly (keyof T & string)[] = []): Table<T> {
    const table = new Table<T>(name, label, this.changes, indexed);
    this.#all.set(name, table as unknown as Table<Row>);
    return table;
  }
}
