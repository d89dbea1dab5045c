import type { Request, Response } from "express";
import { answerWithFault, failBefore, pauseBefore, serverError } from "./fault-answer";
import type { Answer } from "./fault-answer";
import type { Fault } from "./faults";
import { expandObject } from "./expand";
import { parseForm } from "./form-body";
import { findAnswer, idempotentCall, keepAnswer, KeysInFlight } from "./idempotency";
import type { IdempotentCall } from "./idempotency";
import { newId } from "./identifiers";
import { checkParameters } from "./parameters";
import { checkKey, checkPermission } from "./permissions";
import { RouteTable } from "./route";
import type { Route, RouteMatch } from "./route";
import type { Sandbox } from "./sandbox";
import { invalidRequest, StripeError } from "./stripe-error";

/** Answers every call under `/v1`, in Stripe's order: faults, key, permission, idempotency, parameters, effect. */
export function apiServer(sandbox: Sandbox, routes: readonly Route[]) {
  const table = new RouteTable(routes);
  const inFlight = new KeysInFlight();

  return async function serve(request: Request, response: Response): Promise<void> {
    const requestId = newId("req_");
    response.set({ "Request-Id": requestId, "Cache-Control": "no-store" });
    const version = request.get("Stripe-Version");
    if (version) response.set("Stripe-Version", version);
    const fault = sandbox.faults.take(request.method, request.path);
    let call: IdempotentCall | null = null;
    try {
      if (await pauseBefore(fault, response)) return;
      const match = findRoute(table, request);
      const key = checkKey(sandbox, request.get("Authorization"));
      checkPermission(sandbox, key, match.route.resource, match.route.method);
      checkVersion(version);
      const raw = rawParameters(request);
      const account = request.get("Stripe-Account") ?? null;
      const candidate = idempotentCall(
        request.get("Idempotency-Key"),
        account,
        request.method,
        request.path,
        raw,
      );
      if (candidate) {
        inFlight.begin(candidate);
        call = candidate;
        response.set("Idempotency-Key", candidate.key);
      }
      const kept = call && findAnswer(sandbox, call);
      const answer: Answer = kept
        ? { status: kept.status, body: kept.body, replayed: true }
        : perform(sandbox, { match, raw, account, requestId, call, fault });
      await sandbox.flush();
      await answerWithFault(response, fault, answer);
    } catch (error) {
      respondToError(response, error);
    } finally {
      if (call) inFlight.end(call);
    }
  };
}

interface Job {
  match: RouteMatch;
  raw: string;
  account: string | null;
  requestId: string;
  call: IdempotentCall | null;
  fault: Fault | null;
}

function perform(sandbox: Sandbox, job: Job): Answer {
  const { match, call } = job;
  const { expand = [], ...params } = checkParameters(match.route.schema, parseForm(job.raw));
  if (job.account && !sandbox.tables.accounts.find(job.account)) {
    throw new StripeError(403, {
      type: "invalid_request_error",
      code: "account_invalid",
      message: `The provided key does not have access to account '${job.account}' (or that account does not exist).`,
    });
  }
  const cause = { requestId: job.requestId, idempotencyKey: call?.key ?? null };
  return sandbox.run(cause, () => {
    const answer = failBefore(job.fault) ?? attempt(sandbox, job, params, expand);
    if (call) keepAnswer(sandbox, call, answer.status, answer.body);
    return answer;
  });
}

function attempt(sandbox: Sandbox, { match, account, fault }: Job, params: object, expand: string[]): Answer {
  const mark = sandbox.tables.changes.mark();
  const at = (name: string) => match.values.get(name) ?? "";
  try {
    const result = match.route.handle({ sandbox, params, at, account });
    const body = JSON.stringify(expandObject(sandbox, result, expand));
    return fault?.kind === "error_500_after" ? serverError() : { status: 200, body };
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    if (!error.keepEffects) sandbox.tables.changes.undoTo(mark);
    return { status: error.status, body: JSON.stringify({ error: error.body }) };
  }
}

function findRoute(table: RouteTable, request: Request): RouteMatch {
  const match = table.match(request.method, request.path);
  if (match) return match;
  throw new StripeError(404, {
    type: "invalid_request_error",
    message: `Unrecognized request URL (${request.method}: ${request.path}). The sandbox does not serve it.`,
  });
}

function checkVersion(version: string | undefined): void {
  if (version !== undefined && !/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version)) {
    throw invalidRequest(`Invalid Stripe API version: ${version}`);
  }
}

function rawParameters(request: Request): string {
  const query = request.originalUrl.split("?")[1] ?? "";
  const body: unknown = request.body;
  if (typeof body !== "string" || body === "") return query;
  if (!request.is("application/x-www-form-urlencoded")) {
    throw invalidRequest(
      "Invalid request (check that your POST content type is application/x-www-form-urlencoded).",
    );
  }
  return query ? `${query}&${body}` : body;
}

function respondToError(response: Response, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof StripeError) {
    response.status(error.status).json({ error: error.body });
    return;
  }
  process.stderr.write(`sandbox stripe: ${error instanceof Error ? error.stack : String(error)}\n`);
  response.status(500).type("application/json").send(serverError().body);
}
