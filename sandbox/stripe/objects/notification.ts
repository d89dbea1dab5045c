import type { Metadata, StripeObject } from "./stripe-object";

export interface Event extends StripeObject {
  account?: string;
  created: number;
  data: { object: StripeObject; previous_attributes?: Record<string, unknown> };
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

export interface WebhookEndpoint extends StripeObject {
  api_version: string | null;
  created: number;
  description: string | null;
  enabled_events: string[];
  metadata: Metadata;
  status: "enabled" | "disabled";
  url: string;
}

type EndpointInput = Partial<WebhookEndpoint> & {
  id: string;
  created: number;
  url: string;
  enabled_events: string[];
};

export function newWebhookEndpoint(input: EndpointInput): WebhookEndpoint {
  return {
    object: "webhook_endpoint",
    api_version: null,
    application: null,
    description: null,
    livemode: false,
    metadata: {},
    status: "enabled",
    ...input,
  };
}

/** What the API shows only once (the secret) or not at all. */
export interface EndpointSecret {
  id: string;
  secret: string;
  connect: boolean;
}

export interface DeliveryAttempt {
  at: string;
  status: number | null;
  error: string | null;
  durationMs: number;
}

export interface Delivery {
  id: string;
  event: string;
  type: string;
  endpoint: string;
  status: "pending" | "delivered" | "failed";
  /** Real time in ms before which it is not sent: webhooks do not follow the sandbox's clock. */
  notBefore: number;
  attempts: DeliveryAttempt[];
}
