import type { RequestListener } from "node:http";
import { join } from "node:path";
import compression from "compression";
import express, { type ErrorRequestHandler, Router, type RequestHandler } from "express";
import sirv from "sirv";
import { AppError } from "~/platform/errors";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { databaseIsAway } from "./database-away.server";
import { errorBody, refusalOf } from "./api-error.server";
import { errorDocument } from "./error-document.server";
import { healthRoutes } from "./health.server";
import { localeOf } from "./locale.server";
import { originCheck } from "./origin-check.server";
import { remixHandler, remixOf, type AskRemix, type RemixBuild } from "./remix-handler.server";
import { followRequest, requestContext, type VouchLocals } from "./request-context.server";
import { isReadable, pathOfTarget, UNREADABLE } from "./request-target";
import { securityHeaders } from "./security-headers.server";

interface WebAppParts {
  build: RemixBuild;
  /** Answers `/vouch.js`. */
  browserScript: RequestHandler;
  /** Answers the addresses of the API. */
  api: RequestHandler;
  /** Answers friends' landing pages; in development Remix does, whose pages change while somebody works on them. */
  landings?: (askRemix: AskRemix) => RequestHandler;
  /** Origins of the shop, for the forms that lead there. */
  shopOrigins: () => Promise<string[]>;
  /** In development Vite serves the assets itself. */
  developmentAssets?: RequestHandler;
}

/** The HTTP side in the order in which a request meets it that the click path did not answer. */
export function createWebApp(parts: WebAppParts): RequestListener {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(requestContext());
  app.use(securityHeaders(parts.shopOrigins));
  app.use(refuseOddRequests());
  app.use(healthRoutes());
  app.use(passFailure);
  app.use("/vouch.js", parts.browserScript);
  app.use(compression());
  app.use(parts.api);
  app.use(followRequest());
  app.use(parts.developmentAssets ?? builtAssets());
  app.use(originCheck(env().APP_URL));
  const askRemix = remixOf(parts.build);
  if (parts.landings) app.use(parts.landings(askRemix));
  app.use(remixHandler(askRemix));
  app.use(lastResort());
  return (req, res) => {
    if (!isReadable(req.url ?? "")) req.url = UNREADABLE;
    app(req, res);
  };
}

/** The click path stands ahead of all this and could not tell whether somebody has this code. */
const passFailure: RequestHandler = (_req, res, next) => next((res.locals as VouchLocals).failure);

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The built files, as small as the build could make them. Hashed names never change, so browsers keep them for a year. */
function builtAssets(): Router {
  const client = join(process.cwd(), "build", "client");
  const options = { brotli: true, gzip: true, extensions: [] };
  const router = Router();
  router.use("/assets", sirv(join(client, "assets"), { ...options, immutable: true, maxAge: YEAR_SECONDS }));
  router.use(sirv(client, { ...options, maxAge: 3_600 }));
  return router;
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

function refuseOddRequests(): RequestHandler {
  return (req, _res, next) => {
    if (!METHODS.has(req.method)) {
      return next(new AppError("method_not_allowed", { message: "method refused", status: 405 }));
    }
    try {
      decodeURIComponent(req.path);
    } catch {
      return next(new AppError("bad_request", { message: "path is not valid percent-encoding", status: 400 }));
    }
    // PostgreSQL takes this byte in no text, so no address of ours holds it.
    if (req.url.includes("%00")) return next(new AppError("bad_request", { message: "address holds a NUL", status: 400 }));
    next();
  };
}

/** What fails outside Remix: a short page with the reference id, or the API's form of a refusal (P8); logged once. */
function lastResort(): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const { requestId: reference, nonce } = res.locals as VouchLocals;
    const status = statusOf(error);
    if (status >= 500) log.error({ err: error, requestId: reference }, "request failed");
    if (res.headersSent) return void res.destroy();
    if (status === 413) res.setHeader("Connection", "close");
    if (status === 503) res.setHeader("Retry-After", "30");
    if (pathOfTarget(req.originalUrl).startsWith("/api/")) return void res.status(status).json(errorBody(refusalOf(error), reference));
    const { cookie = "", "accept-language": languages = "" } = req.headers;
    const locale = localeOf({ headers: new Headers({ Cookie: cookie, "Accept-Language": languages }) });
    res.status(status).type("html").send(errorDocument({ status, code: codeOf(error), locale, reference, nonce }));
  };
}

const codeOf = (error: unknown) => (error instanceof AppError ? error.code : undefined);

function statusOf(error: unknown): number {
  if (error instanceof AppError) return error.status;
  if (databaseIsAway(error)) return 503;
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}
