import { listObject, NO_ADDRESS } from "./stripe-object";
import type { Metadata, StripeList, StripeObject } from "./stripe-object";

export interface Account extends StripeObject {
  capabilities: Record<string, string>;
  charges_enabled: boolean;
  country: string;
  created: number;
  default_currency: string;
  details_submitted: boolean;
  email: string | null;
  external_accounts: StripeList<StripeObject>;
  metadata: Metadata;
  payouts_enabled: boolean;
  requirements: Requirements;
  type: string;
}

export interface Requirements {
  alternatives: unknown[];
  current_deadline: null;
  currently_due: string[];
  disabled_reason: string | null;
  errors: unknown[];
  eventually_due: string[];
  past_due: string[];
  pending_verification: string[];
}

export const ONBOARDING_FIELDS = ["external_account", "individual.first_name", "tos_acceptance.date"];

export function requirements(due: string[] = []): Requirements {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: due,
    disabled_reason: due.length === 0 ? null : "requirements.past_due",
    errors: [],
    eventually_due: due,
    past_due: due,
    pending_verification: [],
  };
}

export function newAccount(input: Partial<Account> & { id: string; created: number }): Account {
  return {
    object: "account",
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: null,
      minority_owned_business_designation: null,
      name: null,
      product_description: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: null,
    },
    business_type: "individual",
    capabilities: {},
    charges_enabled: false,
    controller: { type: "application" },
    country: "NL",
    default_currency: "eur",
    details_submitted: false,
    email: null,
    external_accounts: listObject(`/v1/accounts/${input.id}/external_accounts`),
    future_requirements: requirements(),
    metadata: {},
    payouts_enabled: false,
    requirements: requirements(ONBOARDING_FIELDS),
    settings: newAccountSettings(),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: "express",
    ...input,
  };
}

function newAccountSettings() {
  return {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_issuing: { tos_acceptance: { date: null, ip: null } },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: null, timezone: "Europe/Amsterdam" },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: null },
    payments: {
      statement_descriptor: null,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: {
      debit_negative_balances: true,
      schedule: { delay_days: 2, interval: "daily" },
      statement_descriptor: null,
    },
    sepa_debit_payments: {},
  };
}

export function newBankAccount(id: string, account: string, currency: string, country: string): StripeObject {
  return {
    id,
    object: "bank_account",
    account,
    account_holder_name: null,
    account_holder_type: "individual",
    account_type: null,
    bank_name: "STRIPE TEST BANK",
    country,
    currency,
    customer: null,
    fingerprint: id.slice(3, 19),
    last4: "3000",
    metadata: {},
    routing_number: null,
    status: "new",
  };
}

/** The platform's own account, what `GET /v1/account` shows. */
export function platformAccount(id: string, created: number): Account {
  return newAccount({
    id,
    created,
    type: "standard",
    controller: { type: "account" },
    email: "sandbox@example.com",
    capabilities: { card_payments: "active", transfers: "active" },
    charges_enabled: true,
    details_submitted: true,
    payouts_enabled: true,
    requirements: requirements(),
    business_profile: {
      ...Object(newAccount({ id, created }).business_profile),
      support_address: NO_ADDRESS,
    },
  });
}
