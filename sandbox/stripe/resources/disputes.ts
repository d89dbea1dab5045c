import { z } from "zod";
import { loseDispute, submitEvidence } from "../actions/dispute-charge";
import { mergeMetadata } from "../objects/stripe-object";
import { flag, metadata, text } from "../parameters";
import { listRoute, route } from "../route";
import type { Route } from "../route";

export const disputeRoutes: Route[] = [
  route("GET", "/v1/disputes/:id", "dispute", {}, ({ sandbox, at }) => sandbox.tables.disputes.get(at("id"))),
  route(
    "POST",
    "/v1/disputes/:id",
    "dispute",
    {
      evidence: z.record(z.string(), z.unknown()).optional(),
      metadata: metadata.optional(),
      submit: flag.optional(),
    },
    ({ sandbox, params, at }) => {
      const { metadata: old } = sandbox.tables.disputes.get(at("id"));
      sandbox.tables.disputes.update(at("id"), { metadata: mergeMetadata(old, params.metadata) });
      return submitEvidence(sandbox, at("id"), params.evidence ?? {}, params.submit ?? true);
    },
  ),
  route("POST", "/v1/disputes/:id/close", "dispute", {}, ({ sandbox, at }) => loseDispute(sandbox, at("id"))),
  listRoute(
    "/v1/disputes",
    "dispute",
    { charge: text.optional(), payment_intent: text.optional() },
    ({ sandbox: { tables }, params: { charge, payment_intent: intent } }) =>
      (charge === undefined ? tables.disputes.all() : tables.disputes.where("charge", charge)).filter(
        (dispute) => intent === undefined || dispute.payment_intent === intent,
      ),
  ),
  route("GET", "/v1/radar/early_fraud_warnings/:id", "early_fraud_warning", {}, ({ sandbox, at }) =>
    sandbox.tables.earlyFraudWarnings.get(at("id")),
  ),
  listRoute(
    "/v1/radar/early_fraud_warnings",
    "early_fraud_warning",
    { charge: text.optional() },
    ({ sandbox, params: { charge } }) =>
      sandbox.tables.earlyFraudWarnings.all().filter((one) => charge === undefined || one.charge === charge),
  ),
];
