import { setTimeout as pause } from "node:timers/promises";
import type { Response } from "express";
import type { Fault } from "./faults";
import { StripeError } from "./stripe-error";

export interface Answer {
  status: number;
  body: string;
  replayed?: boolean;
}

const DRIP_BYTES = 64;

/** Faults that strike before the call is looked at; true when the connection is gone and nothing is left to do. */
export async function pauseBefore(fault: Fault | null, response: Response): Promise<boolean> {
  if (fault?.kind === "error_429") {
    response.set("Stripe-Should-Retry", "true");
    throw new StripeError(429, {
      type: "invalid_request_error",
      code: "rate_limit",
      message: "Request rate limit exceeded.",
    });
  }
  if (fault?.kind === "error_409") {
    throw new StripeError(409, {
      type: "idempotency_error",
      code: "idempotency_key_in_use",
      message: "There is currently another in-progress request using this Idempotent Key.",
    });
  }
  if (fault?.kind === "hang_before") await holdOpen(response, fault.ms);
  if (fault?.kind !== "hang_before" && fault?.kind !== "reset_before") return false;
  response.socket?.resetAndDestroy();
  return true;
}

/** A 500 without an effect; under a key it is kept and replayed, as Stripe does once a call has begun. */
export function failBefore(fault: Fault | null): Answer | null {
  return fault?.kind === "error_500_before" ? serverError() : null;
}

export function serverError(): Answer {
  const error = { type: "api_error", message: "An unknown error occurred" };
  return { status: 500, body: JSON.stringify({ error }) };
}

/** Sends the answer, or what an ordered fault makes of it once the effect is there. */
export async function answerWithFault(
  response: Response,
  fault: Fault | null,
  answer: Answer,
): Promise<void> {
  const { status, body } = answer;
  if (answer.replayed) response.set("Idempotent-Replayed", "true");
  response.status(status).set("Content-Type", "application/json");
  switch (fault?.kind) {
    case "hang_after":
      await holdOpen(response, fault.ms);
      response.socket?.resetAndDestroy();
      return;
    case "reset_after":
      response.socket?.resetAndDestroy();
      return;
    case "garbage_json":
      response.send(`{"id": "${body.slice(10, 40)}`);
      return;
    case "truncated":
      response.set("Content-Length", String(Buffer.byteLength(body)));
      response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
      return;
    case "wrong_content_type":
      response.set("Content-Type", "text/html; charset=utf-8").send("<html><body>Bad gateway</body></html>");
      return;
    case "drip":
      await drip(response, body, fault.ms);
      return;
    default:
      response.send(body);
  }
}

async function drip(response: Response, body: string, ms: number): Promise<void> {
  const bytes = Buffer.from(body);
  const steps = Math.ceil(bytes.length / DRIP_BYTES);
  for (let step = 0; step < steps && !response.destroyed; step += 1) {
    response.write(bytes.subarray(step * DRIP_BYTES, (step + 1) * DRIP_BYTES));
    await pause(ms / steps);
  }
  response.end();
}

/** Says nothing for `ms`, or until the client has had enough. */
async function holdOpen(response: Response, ms: number): Promise<void> {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  await pause(ms, undefined, { signal: gone.signal, ref: false }).catch(() => undefined);
}
