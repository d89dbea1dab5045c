import type { Endpoint } from "~/http/api-endpoint";
import { syncCustomerEndpoint } from "./sync-customer.server";
import { trackLeadEndpoint } from "./track-lead.server";
import { trackRefundEndpoint } from "./track-refund.server";
import { trackSaleEndpoint } from "./track-sale.server";

/** The table of contents of the API: every address below `/api/v1`, in the order of the reference page. */
export const ENDPOINTS: readonly Endpoint[] = [
  trackLeadEndpoint,
  trackSaleEndpoint,
  trackRefundEndpoint,
  syncCustomerEndpoint,
];
