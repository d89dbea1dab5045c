import type { Request, RequestHandler, Response } from "express";
import { ApiError } from "./api-error";
import type { Claim, StoredAnswer } from "./entries";
import { faultBefore, sendSpoiled } from "./fault-acts";
import type { Faults } from "./faults";
import type { IdempotencyKeys } from "./idempotency";
import type { RateLimit } from "./rate-limit";
import type { SandboxState } from "./state";

export interface ApiCall {
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
  header(name: string): string | undefined;
  /** The key with which a sending call stores its answer; null without one. */
  claim: Claim | null;
}

/** Changes the state at once and answers; throws ApiError. */
export type ApiHandler = (call: ApiCall) => StoredAnswer;

export interface ApiParts {
  state: SandboxState;
  faults: Faults;
  keys: IdempotencyKeys;
  limit: RateLimit;
}

/**
 * Wraps a handler with everything the provider does around it: key, rate limit, idempotency, faults,
 * and the answer only after the effect is on disk.
 */
export function apiRoute(
  parts: ApiParts,
  handler: ApiHandler,
  options = { idempotent: false }
): RequestHandler {
  return (request, response) => {
    answer(parts, handler, options.idempotent, request, response).catch((error: unknown) => {
      sendError(response, error);
    });
  };
}

async function answer(
  parts: ApiParts,
  handler: ApiHandler,
  idempotent: boolean,
  request: Request,
  response: Response
): Promise<void> {
  const apiKey = requireKey(request);
  response.set(parts.limit.take());
  const fault = parts.faults.take(request.method, request.path, request.body);
  const key = idempotent ? request.get("idempotency-key") : undefined;
  const taken = key === undefined ? null : parts.keys.take(apiKey, key, request.path, request.body);
  try {
    if (fault && !(await faultBefore(fault, response))) return;
    const call: ApiCall = {
      params: request.params,
      query: request.query,
      body: request.body,
      header: (name) => request.get(name),
      claim: taken?.claim ?? null,
    };
    const result = taken?.replay ?? handler(call);
    await parts.state.settled();
    if (fault) await sendSpoiled(fault, response, result);
    else response.status(result.status).json(result.body);
  } finally {
    if (taken) parts.keys.release(taken.claim);
  }
}

function requireKey(request: Request): string {
  const [, key] = /^Bearer +(.+)$/i.exec(request.get("authorization") ?? "") ?? [];
  if (key === undefined) throw new ApiError(401, "missing_api_key", "Missing API Key");
  if (!/^re_[A-Za-z0-9_-]+$/.test(key)) throw new ApiError(403, "invalid_api_key", "API key is invalid");
  return key;
}

/** The one place where an error becomes an answer of the API. */
export function sendError(response: Response, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.socket?.destroy();
    return;
  }
  const known = error instanceof ApiError ? error : unexpected(error);
  response.set(known.headers).status(known.status).json(known.body);
}

function unexpected(error: unknown): ApiError {
  // body-parser marks what the sender did wrong with a status and a type.
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  if (status === 413) return new ApiError(413, "validation_error", "The request body is too large.");
  if (status >= 400 && status < 500)
    return new ApiError(400, "validation_error", "The request body is not JSON.");
  console.error(error);
  return new ApiError(500, "application_error", "The sandbox failed; its log says why.");
}
