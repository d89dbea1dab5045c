import { accountRoutes } from "./resources/accounts";
import { balanceRoutes } from "./resources/balance";
import { checkoutSessionRoutes } from "./resources/checkout-sessions";
import { creditNoteRoutes } from "./resources/credit-notes";
import { customerRoutes } from "./resources/customers";
import { discountRoutes } from "./resources/discounts";
import { disputeRoutes } from "./resources/disputes";
import { eventRoutes } from "./resources/events";
import { invoicePartRoutes } from "./resources/invoice-parts";
import { invoiceRoutes } from "./resources/invoices";
import { paymentLinkRoutes } from "./resources/payment-links";
import { paymentRoutes } from "./resources/payments";
import { priceRoutes } from "./resources/prices";
import { productRoutes } from "./resources/products";
import { refundRoutes } from "./resources/refunds";
import { subscriptionRoutes } from "./resources/subscriptions";
import { taxRateRoutes } from "./resources/tax-rates";
import { transferRoutes } from "./resources/transfers";
import { webhookEndpointRoutes } from "./resources/webhook-endpoints";
import type { Route } from "./route";

/** Every call of the API that the sandbox serves. */
export const ROUTES: readonly Route[] = [
  ...accountRoutes,
  ...balanceRoutes,
  ...checkoutSessionRoutes,
  ...creditNoteRoutes,
  ...customerRoutes,
  ...discountRoutes,
  ...disputeRoutes,
  ...eventRoutes,
  ...invoicePartRoutes,
  ...invoiceRoutes,
  ...paymentLinkRoutes,
  ...paymentRoutes,
  ...priceRoutes,
  ...productRoutes,
  ...refundRoutes,
  ...subscriptionRoutes,
  ...taxRateRoutes,
  ...transferRoutes,
  ...webhookEndpointRoutes,
];
