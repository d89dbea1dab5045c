import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node";
import { AppError, TooManyRequestsError } from "~/platform/errors";
import { log } from "~/platform/log.server";
import type { ErrorAnswer } from "~/ui/error-answer";
import { ApiRefusal, errorBody, sentenceOf } from "./api-error.server";
import { databaseIsAway } from "./database-away.server";
import { errorDocument } from "./error-document.server";
import { localeOf } from "./locale.server";

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Handler = (args: Args) => unknown;

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: ErrorAnswer;
}

/**
 * Lets every loader and action of a build simply throw: what is thrown becomes an answer with a status, words and a
 * reference id, and whatever nobody expected is logged once under that id.
 */
export function withErrorAnswers(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action, default: page } = route.module;
    const show = page ? pageAnswer : plainAnswer;
    const module = {
      ...route.module,
      ...(loader ? { loader: answering(loader as Handler, show) } : {}),
      ...(action ? { action: answering(action as Handler, show) } : {}),
    };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

function answering(handler: Handler, show: (answer: Answer, args: Args) => unknown): Handler {
  return async (args) => {
    try {
      if (args.context.refused && args.request.method !== "GET") throw args.context.refused;
      return await handler(args);
    } catch (error) {
      throw isAnswer(error) || args.request.signal.aborted
        ? error
        : show(answerOf(error, args.context.requestId), args);
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

/** For a page: its nearest error boundary says it, inside its layout. */
function pageAnswer({ status, headers, body }: Answer) {
  return data(body, { status, headers });
}

/** For an address without a page: words for a browser, the API's error shape (P8) for a program. */
function plainAnswer({ status, headers, body }: Answer, { request, context }: Args): Response {
  if (request.headers.get("Accept")?.includes("text/html")) {
    const words = { status, locale: localeOf(request), reference: body.reference, nonce: context.nonce };
    return new Response(errorDocument(words), {
      status,
      headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
    });
  }
  return Response.json(errorBody(new ApiRefusal(status, body.code, sentenceOf(body.code)), body.reference), { status, headers });
}

function answerOf(error: unknown, reference: string): Answer {
  if (!(error instanceof AppError) || error.status >= 500) {
    log.error({ err: error, requestId: reference }, "request failed");
  }
  const saying = (code: string, key: string, values?: Record<string, number>): ErrorAnswer => ({
    code,
    message: { key, ...(values ? { values } : {}) },
    reference,
  });
  if (databaseIsAway(error)) {
    const body = saying("unavailable", "errors.page.unavailable.what");
    return { status: 503, headers: { "Retry-After": "30" }, body };
  }
  if (error instanceof TooManyRequestsError) {
    const minutes = Math.max(1, Math.ceil(error.retryAfterSeconds / 60));
    const body = saying(error.code, "errors.page.tooMany.until", { minutes });
    return { status: error.status, headers: { "Retry-After": String(error.retryAfterSeconds) }, body };
  }
  if (error instanceof AppError) {
    const body = { code: error.code, message: error.userMessage, reference };
    return { status: error.status, headers: {}, body };
  }
  return { status: 500, headers: {}, body: saying("unexpected", "errors.page.unexpected.what") };
}
