import type { DescribedCall, Endpoint } from "~/http/api-endpoint";
import { claimEndpoint } from "./browser-claim.server";
import { leadEndpoint } from "./browser-lead.server";
import { offerEndpoint } from "./browser-offer.server";
import { getChampionEndpoint, listChampionsEndpoint } from "./champions.server";
import { validateCodeEndpoint } from "./codes.server";
import { getConversionEndpoint, listConversionsEndpoint } from "./conversions.server";
import { approveRewardsEndpoint, refuseRewardsEndpoint } from "./decide-rewards.server";
import { fulfilRewardsEndpoint } from "./fulfil-rewards.server";
import { createInvitationEndpoint } from "./invitations.server";
import { listLedgerEntriesEndpoint } from "./ledger-entries.server";
import { changeLinkEndpoint, createLinkEndpoint, getLinkEndpoint, listLinksEndpoint } from "./links.server";
import { getOverviewEndpoint } from "./overview.server";
import { listProgramsEndpoint } from "./programs.server";
import { getReferralEndpoint, listReferralsEndpoint } from "./referrals.server";
import { getRewardEndpoint, listRewardsEndpoint } from "./rewards.server";
import { syncCustomerEndpoint } from "./sync-customer.server";
import { trackLeadEndpoint } from "./track-lead.server";
import { trackRefundEndpoint } from "./track-refund.server";
import { trackSaleEndpoint } from "./track-sale.server";
import { listWebhookDeliveriesEndpoint, redeliverWebhookEndpoint, replayWebhooksEndpoint } from "./webhook-deliveries.server";
import {
  changeWebhookEndpointEndpoint, createWebhookEndpointEndpoint, getWebhookEndpointEndpoint, listWebhookEndpointsEndpoint,
  removeWebhookEndpointEndpoint, rotateWebhookSecretEndpoint,
} from "./webhook-endpoints.server";

/** The table of contents of the API: every address of a shop's server below `/api/v1`, in the order of the reference page. */
export const ENDPOINTS: readonly Endpoint[] = [
  trackLeadEndpoint,
  trackSaleEndpoint,
  trackRefundEndpoint,
  syncCustomerEndpoint,
  listChampionsEndpoint,
  getChampionEndpoint,
  createInvitationEndpoint,
  listLinksEndpoint,
  getLinkEndpoint,
  createLinkEndpoint,
  changeLinkEndpoint,
  validateCodeEndpoint,
  listReferralsEndpoint,
  getReferralEndpoint,
  listConversionsEndpoint,
  getConversionEndpoint,
  listRewardsEndpoint,
  getRewardEndpoint,
  approveRewardsEndpoint,
  refuseRewardsEndpoint,
  fulfilRewardsEndpoint,
  getOverviewEndpoint,
  listLedgerEntriesEndpoint,
  listProgramsEndpoint,
  listWebhookEndpointsEndpoint,
  getWebhookEndpointEndpoint,
  createWebhookEndpointEndpoint,
  changeWebhookEndpointEndpoint,
  rotateWebhookSecretEndpoint,
  listWebhookDeliveriesEndpoint,
  redeliverWebhookEndpoint,
  replayWebhooksEndpoint,
  removeWebhookEndpointEndpoint,
];

/** What is documented: those, and what a shop's pages call. */
export const DOCUMENTED: readonly DescribedCall[] = [...ENDPOINTS, offerEndpoint, claimEndpoint, leadEndpoint];
