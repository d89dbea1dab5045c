import { ensureOwnCode } from "~/fulfilment/ensure-own-code.server";
import { ensurePromotionCode } from "~/fulfilment/ensure-promotion-code.server";
import { announceApproval } from "~/journeys/announce-approval.server";
import { applyEmailChange } from "~/journeys/apply-email-change.server";
import { carryOutBatch } from "~/journeys/carry-out-batch.server";
import { compareWithStripe } from "~/journeys/compare-with-stripe.server";
import { deliverWebhook } from "~/journeys/deliver-webhook.server";
import { expireRewards } from "~/journeys/expire-rewards.server";
import { fulfilReward } from "~/journeys/fulfil-reward.server";
import { reconcileStripeEvents } from "~/journeys/reconcile-stripe-events.server";
import { releaseHolds } from "~/journeys/release-holds.server";
import { returnUnanswered } from "~/journeys/return-unanswered.server";
import { reverseHandOver } from "~/journeys/reverse-hand-over.server";
import { sendStaffDigest } from "~/journeys/staff-digest.server";
import { tellLatePromises } from "~/journeys/tell-late-promises.server";
import { extendChain } from "~/ledger/extend-chain.server";
import { reconcileMails } from "~/notices/reconcile-mails.server";
import { sendMail } from "~/notices/send-mail.server";
import type { JobName, JobPayloads } from "~/platform/jobs.server";
import { ensureClickPartitions } from "~/sharing/ensure-click-partitions.server";
import { publishChange } from "~/webhooks/publish-change.server";
import { applyRetention } from "./apply-retention.server";
import { checkBooks } from "./check-books.server";
import { processInboxEvent } from "./process-inbox-event.server";

type Handler<Name extends JobName> = (payload: JobPayloads[Name]) => Promise<unknown>;

/** What the worker can do: one handler per kind of job. Each may run twice. */
export const jobTable: { [Name in JobName]: Handler<Name> } = {
  "announce-approval": (payload) => announceApproval(payload),
  "apply-email-change": (payload) => applyEmailChange(payload),
  "apply-retention": () => applyRetention(),
  "audit-books": () => checkBooks(),
  "carry-out-batch": (payload) => carryOutBatch(payload),
  "carry-out-instruction": (payload) => fulfilReward(payload),
  "compare-with-stripe": () => compareWithStripe(),
  "deliver-webhook": (payload) => deliverWebhook(payload),
  "ensure-click-partitions": () => ensureClickPartitions(),
  "ensure-own-code": (payload) => ensureOwnCode(payload),
  "ensure-promotion-code": (payload) => ensurePromotionCode(payload),
  "expire-rewards": () => expireRewards(),
  "extend-chain": () => extendChain(),
  "process-inbox-event": (payload) => processInboxEvent(payload),
  "publish-webhook-event": (payload) => publishChange(payload),
  "reconcile-mails": () => reconcileMails(),
  "reconcile-stripe-events": () => reconcileStripeEvents(),
  "release-holds": () => releaseHolds(),
  "return-unanswered": () => returnUnanswered(),
  "reverse-hand-over": (payload) => reverseHandOver(payload),
  "send-mail": (payload) => sendMail(payload),
  "send-staff-digest": () => sendStaffDigest(),
  "tell-late-promises": () => tellLatePromises(),
};

/**
 * Jobs that call servers of strangers. They have places of their own, so that however many of those are slow, nothing
 * else waits.
 */
export const CALLS_STRANGERS: readonly JobName[] = ["deliver-webhook"];
