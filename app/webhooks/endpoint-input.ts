import { AppError } from "~/platform/errors";
import type { TargetRefusal } from "./target-url";

/** What an owner says about an endpoint. */
export interface EndpointInput {
  url: string;
  description: string | null;
  types: string[];
}

/** More endpoints than a company has systems; each is a further delivery of every event. */
export const MAX_ENDPOINTS = 20;

/** The address cannot be listened at; `why` is a key below `webhooks.refused`. */
export class TargetRefusedError extends AppError {
  constructor(readonly why: TargetRefusal) {
    super("webhook_target_refused", {
      message: `a webhook target was refused: ${why}`, status: 422, userMessage: { key: `webhooks.refused.${why}` },
    });
  }
}
