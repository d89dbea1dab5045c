import { ensurePromotionCode } from "~/fulfilment/ensure-promotion-code.server";
import { announceApproval } from "~/journeys/announce-approval.server";
import { applyEmailChange } from "~/journeys/apply-email-change.server";
import { fulfilReward } from "~/journeys/fulfil-reward.server";
import { releaseHolds } from "~/journeys/release-holds.server";
import type { JobName, JobPayloads } from "~/platform/jobs.server";

type Handler<Name extends JobName> = (payload: JobPayloads[Name]) => Promise<unknown>;

/** What the worker can do: one handler per kind of job. Each may run twice. */
export const jobTable: Partial<{ [Name in JobName]: Handler<Name> }> = {
  "announce-approval": (payload) => announceApproval(payload),
  "apply-email-change": (payload) => applyEmailChange(payload),
  "carry-out-instruction": (payload) => fulfilReward(payload),
  "ensure-promotion-code": (payload) => ensurePromotionCode(payload),
  "release-holds": () => releaseHolds(),
};
