import { z } from "zod";
import { clearable, currency, flag, integer, list, metadata, text } from "../parameters";

export const productFields = {
  active: flag.optional(),
  description: clearable(text).optional(),
  images: list(text).optional(),
  metadata: metadata.optional(),
  shippable: flag.optional(),
  statement_descriptor: text.optional(),
  tax_code: text.optional(),
  unit_label: text.optional(),
  url: text.optional(),
};

export const productDataSchema = z.strictObject({ ...productFields, name: text });
export type ProductData = z.output<typeof productDataSchema>;

const recurring = z.strictObject({
  interval: z.enum(["day", "week", "month", "year"]),
  interval_count: integer.optional(),
  usage_type: z.literal("licensed").optional(),
  trial_period_days: integer.optional(),
});

export const priceAmount = {
  currency,
  unit_amount: integer.refine((value) => value >= 0),
  recurring: recurring.optional(),
  tax_behavior: z.enum(["exclusive", "inclusive", "unspecified"]).optional(),
};

export type PriceAmount = z.output<z.ZodObject<typeof priceAmount>>;

/** An inline price, whose product may be described instead of named. */
export const priceDataSchema = z.strictObject({
  ...priceAmount,
  product: text.optional(),
  product_data: productDataSchema.optional(),
});

export type PriceData = z.output<typeof priceDataSchema>;
