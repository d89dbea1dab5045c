import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node";
import { AppError, TooManyRequestsError } from "~/platform/errors";
import { log } from "~/platform/log.server";
import { databaseIsAway } from "./database-away.server";
import type { ErrorAnswer } from "~/ui/error-answer";

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Handler = (args: Args) => unknown;

/**
 * Lets every loader and action of a build simply throw: what is thrown becomes an answer with a status, words and a
 * reference id, and whatever nobody expected is logged once under that id.
 */
export function withErrorAnswers(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action } = route.module;
    const module = {
      ...route.module,
      ...(loader ? { loader: answering(loader as Handler) } : {}),
      ...(action ? { action: answering(action as Handler) } : {}),
    };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

function answering(handler: Handler): Handler {
  return async (args) => {
    try {
      if (args.context.refused && args.request.method !== "GET") throw args.context.refused;
      return await handler(args);
    } catch (error) {
      throw isAnswer(error) || args.request.signal.aborted ? error : answerOf(error, args.context.requestId);
    }
  };
}

/** A Response or `data(…)`: redirects and answers a route chose itself. */
function isAnswer(thrown: unknown): boolean {
  if (thrown instanceof Response) return true;
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    "type" in thrown &&
    thrown.type === "DataWithResponseInit"
  );
}

function answerOf(error: unknown, reference: string) {
  if (!(error instanceof AppError) || error.status >= 500)
    log.error({ err: error, requestId: reference }, "request failed");
  if (databaseIsAway(error)) {
    return data<ErrorAnswer>(
      { code: "unavailable", message: { key: "errors.page.unavailable.what" }, reference },
      { status: 503, headers: { "Retry-After": "30" } },
    );
  }
  if (!(error instanceof AppError)) {
    return data<ErrorAnswer>(
      { code: "unexpected", message: { key: "errors.page.unexpected.what" }, reference },
      { status: 500 },
    );
  }
  const answer: ErrorAnswer = { code: error.code, message: error.userMessage, reference };
  if (!(error instanceof TooManyRequestsError)) return data(answer, { status: error.status });
  const minutes = Math.max(1, Math.ceil(error.retryAfterSeconds / 60));
  return data<ErrorAnswer>(
    { ...answer, message: { key: "errors.page.tooMany.until", values: { minutes } } },
    { status: error.status, headers: { "Retry-After": String(error.retryAfterSeconds) } },
  );
}
