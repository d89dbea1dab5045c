import { checkoutSessionRoutes } from "./resources/checkout-sessions";
import { customerRoutes } from "./resources/customers";
import { discountRoutes } from "./resources/discounts";
import { eventRoutes } from "./resources/events";
import { paymentRoutes } from "./resources/payments";
import { priceRoutes } from "./resources/prices";
import { productRoutes } from "./resources/products";
import { taxRateRoutes } from "./resources/tax-rates";
import { webhookEndpointRoutes } from "./resources/webhook-endpoints";
import type { Route } from "./route";

/** Every call of the API that the sandbox serves. */
export const ROUTES: readonly Route[] = [
  ...productRoutes,
  ...priceRoutes,
  ...taxRateRoutes,
  ...customerRoutes,
  ...discountRoutes,
  ...checkoutSessionRoutes,
  ...paymentRoutes,
  ...eventRoutes,
  ...webhookEndpointRoutes,
];
