import type { Response } from "express";
import { ApiError } from "./api-error";
import type { StoredAnswer } from "./entries";
import type { Fault } from "./faults";
import { tooManyRequests } from "./rate-limit";

/** Acts before the effect. Answers false when the connection is gone, so that nothing may happen any more. */
export async function faultBefore(fault: Fault, response: Response): Promise<boolean> {
  switch (fault.kind) {
    case "reset_before":
      response.socket?.resetAndDestroy();
      return false;
    case "error_500_before":
      throw internalError();
    case "rate_limited":
      throw tooManyRequests();
    case "conflict":
      throw new ApiError(409, "concurrent_idempotent_requests", "The original request is still in progress.");
    case "hang_before":
      return stillConnectedAfter(response, fault.durationMs);
    default:
      return true;
  }
}

/** Sends the answer of an effect that did happen, or spoils it. Resolves when the connection is done with. */
export async function sendSpoiled(fault: Fault, response: Response, answer: StoredAnswer): Promise<void> {
  const text = JSON.stringify(answer.body);
  switch (fault.kind) {
    case "reset_after":
      response.socket?.resetAndDestroy();
      return;
    case "error_500_after":
      throw internalError();
    case "hang_after":
      if (await stillConnectedAfter(response, fault.durationMs))
        response.status(answer.status).json(answer.body);
      return;
    case "drip":
      return drip(response, answer.status, text, fault.durationMs);
    case "garbage_json":
      response
        .status(answer.status)
        .type("application/json")
        .send(`{"id":\u0000${text.slice(3)},,`);
      return;
    case "truncated":
      response.writeHead(answer.status, {
        "content-type": "application/json",
        "content-length": text.length,
      });
      response.write(text.slice(0, text.length / 2), () => response.socket?.destroy());
      return;
    case "wrong_content_type":
      response
        .status(answer.status)
        .type("text/html")
        .send("<html><body>Please sign in to this Wi-Fi</body></html>");
      return;
    default:
      response.status(answer.status).json(answer.body);
  }
}

function internalError(): ApiError {
  const message =
    "Internal server error. We are unable to process your request right now, please try again later.";
  return new ApiError(500, "internal_server_error", message);
}

async function drip(response: Response, status: number, text: string, durationMs: number): Promise<void> {
  response.writeHead(status, { "content-type": "application/json" });
  for (const byte of text) {
    response.write(byte);
    if (!(await stillConnectedAfter(response, durationMs / text.length))) return;
  }
  response.end();
}

function stillConnectedAfter(response: Response, waitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const gone = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      response.off("close", gone);
      resolve(true);
    }, waitMs);
    response.once("close", gone);
    if (response.destroyed || response.socket?.destroyed) gone();
  });
}
