import { z } from "zod";
import { accepted, flag, integer, list, metadata, positive, text } from "../parameters";
import { priceDataSchema } from "./catalogue-schema";

const lineItem = z.strictObject({
  price: text.optional(),
  price_data: priceDataSchema.optional(),
  quantity: positive.optional(),
  adjustable_quantity: accepted.optional(),
  tax_rates: list(text).optional(),
});

const shippingOption = z.strictObject({
  shipping_rate_data: z.strictObject({
    display_name: text,
    type: z.literal("fixed_amount").optional(),
    fixed_amount: z.strictObject({ amount: integer, currency: text }),
    delivery_estimate: accepted.optional(),
    tax_behavior: text.optional(),
  }),
});

export const sessionShape = {
  mode: z.enum(["payment", "subscription"]),
  line_items: list(lineItem),
  success_url: text.optional(),
  cancel_url: text.optional(),
  client_reference_id: z.string().min(1).max(200).optional(),
  customer: text.optional(),
  customer_email: text.optional(),
  customer_creation: z.enum(["always", "if_required"]).optional(),
  metadata: metadata.optional(),
  allow_promotion_codes: flag.optional(),
  discounts: list(z.strictObject({ coupon: text.optional(), promotion_code: text.optional() })).optional(),
  expires_at: integer.optional(),
  locale: text.optional(),
  payment_intent_data: z
    .strictObject({
      description: text.optional(),
      metadata: metadata.optional(),
      receipt_email: text.optional(),
      setup_future_usage: text.optional(),
      statement_descriptor: text.optional(),
      transfer_group: text.optional(),
    })
    .optional(),
  subscription_data: z
    .strictObject({
      description: text.optional(),
      metadata: metadata.optional(),
      trial_period_days: positive.optional(),
    })
    .optional(),
  invoice_creation: z
    .strictObject({
      enabled: flag,
      invoice_data: z
        .strictObject({ description: text.optional(), metadata: metadata.optional() })
        .optional(),
    })
    .optional(),
  shipping_options: list(shippingOption).optional(),
  automatic_tax: z.strictObject({ enabled: z.literal("false").transform(() => false) }).optional(),
  billing_address_collection: text.optional(),
  custom_text: accepted.optional(),
  customer_update: accepted.optional(),
  payment_method_collection: text.optional(),
  payment_method_types: list(text).optional(),
  phone_number_collection: accepted.optional(),
  shipping_address_collection: accepted.optional(),
  submit_type: text.optional(),
  tax_id_collection: accepted.optional(),
  ui_mode: z.enum(["hosted", "hosted_page"]).optional(),
};

export type SessionParams = z.output<z.ZodObject<typeof sessionShape>>;
