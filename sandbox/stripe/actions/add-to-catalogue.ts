import { newId } from "../identifiers";
import { newPrice, newProduct } from "../objects/catalogue";
import type { Price, Product, Recurring } from "../objects/catalogue";
import { mergeMetadata } from "../objects/stripe-object";
import type { PriceAmount, PriceData, ProductData } from "../resources/catalogue-schema";
import type { Sandbox } from "../sandbox";
import { invalidRequest } from "../stripe-error";

type ProductInput = ProductData & { id?: string | undefined };

export function insertProduct(sandbox: Sandbox, { metadata: given, ...fields }: ProductInput): Product {
  const id = fields.id ?? newId("prod_");
  if (sandbox.tables.products.find(id)) {
    throw invalidRequest(`Product already exists: '${id}'`, "id", "resource_already_exists");
  }
  const product = newProduct({ ...fields, id, created: sandbox.now(), metadata: mergeMetadata({}, given) });
  sandbox.tables.products.insert(product);
  sandbox.emit("product.created", product);
  return product;
}

/** `path` names the parameter that held the amounts. */
export function insertPrice(
  sandbox: Sandbox,
  product: string,
  data: PriceAmount,
  path: string,
  extra: Partial<Price> = {},
): Price {
  sandbox.tables.products.get(product, `${path}[product]`);
  const price = newPrice({
    id: newId("price_", 24),
    created: sandbox.now(),
    currency: data.currency,
    product,
    recurring: data.recurring ? recurringOf(data.recurring) : null,
    tax_behavior: data.tax_behavior ?? "unspecified",
    unit_amount: data.unit_amount,
    ...extra,
  });
  sandbox.tables.prices.insert(price);
  sandbox.emit("price.created", price);
  return price;
}

/** An inline price becomes a real one, with a product of its own when none is named. */
export function priceFromData(
  sandbox: Sandbox,
  data: PriceData,
  path: string,
  extra: Partial<Price> = {},
): Price {
  const product = data.product ?? (data.product_data && insertProduct(sandbox, data.product_data).id);
  if (product === undefined) {
    throw invalidRequest(
      `Missing required param: ${path}[product].`,
      `${path}[product]`,
      "parameter_missing",
    );
  }
  return insertPrice(sandbox, product, data, path, extra);
}

function recurringOf(given: NonNullable<PriceAmount["recurring"]>): Recurring {
  return {
    interval: given.interval,
    interval_count: given.interval_count ?? 1,
    meter: null,
    trial_period_days: given.trial_period_days ?? null,
    usage_type: "licensed",
  };
}
