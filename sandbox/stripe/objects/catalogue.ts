import type { Metadata, StripeObject } from "./stripe-object";

export interface Product extends StripeObject {
  active: boolean;
  created: number;
  default_price: string | null;
  description: string | null;
  images: string[];
  metadata: Metadata;
  name: string;
}

export interface Recurring {
  interval: string;
  interval_count: number;
  meter: null;
  trial_period_days: number | null;
  usage_type: string;
}

export interface Price extends StripeObject {
  active: boolean;
  created: number;
  currency: string;
  lookup_key: string | null;
  metadata: Metadata;
  nickname: string | null;
  product: string;
  recurring: Recurring | null;
  type: string;
  unit_amount: number;
}

export interface TaxRate extends StripeObject {
  active: boolean;
  created: number;
  inclusive: boolean;
  metadata: Metadata;
  percentage: number;
}

export function newProduct(input: Partial<Product> & { id: string; name: string; created: number }): Product {
  return {
    object: "product",
    active: true,
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    type: "service",
    unit_label: null,
    updated: input.created,
    url: null,
    ...input,
  };
}

type PriceInput = Partial<Price> & {
  id: string;
  created: number;
  currency: string;
  product: string;
  unit_amount: number;
};

export function newPrice(input: PriceInput): Price {
  return {
    object: "price",
    active: true,
    billing_scheme: "per_unit",
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    recurring: null,
    tax_behavior: "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: input.recurring ? "recurring" : "one_time",
    unit_amount_decimal: String(input.unit_amount),
    ...input,
  };
}

/** The older shape of a recurring price that subscription items still carry. */
export function planOf(price: Price): StripeObject {
  return {
    id: price.id,
    object: "plan",
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: String(price.unit_amount),
    billing_scheme: "per_unit",
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? "month",
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: "licensed",
  };
}

type TaxRateInput = Partial<TaxRate> & {
  id: string;
  created: number;
  percentage: number;
  inclusive: boolean;
};

export function newTaxRate(input: TaxRateInput): TaxRate {
  return {
    object: "tax_rate",
    active: true,
    country: null,
    description: null,
    display_name: "VAT",
    effective_percentage: null,
    flat_amount: null,
    jurisdiction: null,
    jurisdiction_level: null,
    livemode: false,
    metadata: {},
    rate_type: "percentage",
    state: null,
    tax_type: "vat",
    ...input,
  };
}
