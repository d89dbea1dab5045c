import type { Metadata, StripeObject } from "./stripe-object";

export interface Dispute extends StripeObject {
  amount: number;
  balance_transactions: StripeObject[];
  charge: string;
  created: number;
  currency: string;
  evidence: Record<string, unknown>;
  evidence_details: Record<string, unknown>;
  metadata: Metadata;
  payment_intent: string | null;
  reason: string;
  status: string;
}

const NO_EVIDENCE = Object.fromEntries(
  [
    "access_activity_log billing_address cancellation_policy cancellation_policy_disclosure cancellation_rebuttal",
    "customer_communication customer_email_address customer_name customer_purchase_ip customer_signature",
    "duplicate_charge_documentation duplicate_charge_explanation duplicate_charge_id product_description receipt",
    "refund_policy refund_policy_disclosure refund_refusal_explanation service_date service_documentation",
    "shipping_address shipping_carrier shipping_date shipping_documentation shipping_tracking_number",
    "uncategorized_file uncategorized_text",
  ]
    .join(" ")
    .split(" ")
    .map((name) => [name, null]),
);

const EVIDENCE_DAYS = 9;

type DisputeInput = Partial<Dispute> & {
  id: string;
  amount: number;
  charge: string;
  created: number;
  currency: string;
  reason: string;
  status: string;
};

export function newDispute(input: DisputeInput, brand: string): Dispute {
  return {
    object: "dispute",
    balance_transactions: [],
    enhanced_eligibility_types: [],
    evidence: { ...NO_EVIDENCE, enhanced_evidence: {} },
    evidence_details: {
      due_by: input.created + EVIDENCE_DAYS * 86_400,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: input.status.startsWith("warning_"),
    livemode: false,
    metadata: {},
    payment_intent: null,
    payment_method_details: {
      card: { brand, case_type: "chargeback", network: brand, network_reason_code: "10.4" },
      type: "card",
    },
    ...input,
  };
}

export function newEarlyFraudWarning(
  id: string,
  created: number,
  charge: string,
  intent: string | null,
): StripeObject {
  return {
    id,
    object: "radar.early_fraud_warning",
    actionable: true,
    charge,
    created,
    fraud_type: "misc",
    livemode: false,
    payment_intent: intent,
  };
}
