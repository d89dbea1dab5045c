import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import express, { Router, type Express } from "express";
import { accountApi } from "./account-api";
import { ApiError } from "./api-error";
import { sendError, type ApiParts } from "./api-route";
import { controlRoutes } from "./control";
import { Deliveries } from "./deliveries";
import { emailsApi } from "./emails-api";
import { Events } from "./events";
import { Faults } from "./faults";
import { IdempotencyKeys } from "./idempotency";
import { inboxRoutes } from "./inbox/inbox-routes";
import { MailCourse } from "./mail-course";
import { RateLimit } from "./rate-limit";
import { sameOriginOnly } from "./same-origin";
import { SandboxState } from "./state";

export interface ResendSandboxOptions {
  /** 0 picks a free port. */
  port: number;
  /** State is kept in `resend/` below it. */
  dataDir: string;
  /** Where the product runs: linked from the inbox, and allowed as target of the unsubscribe button. */
  vouchUrl?: string;
  /** Sender domains that count as verified from the start. */
  domains?: string[];
  /** Milliseconds between the steps of a mail (sent, delivered, complained); default 400. */
  stepMs?: number;
}

export interface ResendSandbox {
  url: string;
  close(): Promise<void>;
}

/** Starts the stand-in on 127.0.0.1 and goes on where the last run stopped. Rejects when the port is taken. */
export async function startResendSandbox(options: ResendSandboxOptions): Promise<ResendSandbox> {
  const state = new SandboxState(join(options.dataDir, "resend"));
  const deliveries = new Deliveries(state);
  const events = new Events(state, () => deliveries.wake());
  const course = new MailCourse(state, events, options.stepMs ?? 400);
  const parts = { state, faults: new Faults(), keys: new IdempotencyKeys(state), limit: new RateLimit() };

  const app = sandboxApp(parts, events, deliveries, course, options);
  const server = createServer(app);
  try {
    server.listen(options.port, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    await state.close();
    throw error;
  }
  course.resume();
  deliveries.wake();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      course.stop();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, deliveries.stop()]);
      await state.close();
    },
  };
}

function sandboxApp(
  parts: ApiParts,
  events: Events,
  deliveries: Deliveries,
  course: MailCourse,
  options: ResendSandboxOptions
): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.get("/healthz", (_request, response) => {
    response.json({ ok: true });
  });
  app.use(inboxRoutes({ state: parts.state, events, deliveries, vouchUrl: options.vouchUrl ?? null }));
  app.use(
    "/_control",
    sameOriginOnly({ strict: false }),
    express.json({ limit: "1mb" }),
    controlRoutes({ ...parts, events, deliveries })
  );
  app.use((request, _response, next) => {
    if (parts.faults.takeUnread(request.method, request.path)) request.socket.resetAndDestroy();
    else next();
  });
  // Attachments arrive as base64 and may be 40 MB.
  app.use(express.json({ limit: "60mb" }));
  const api = Router();
  emailsApi(api, parts, course);
  accountApi(api, parts, events, options.domains ?? ["vouch.example"]);
  app.use(api);
  app.use((_request, response) => {
    sendError(response, new ApiError(404, "not_found", "The requested endpoint does not exist"));
  });
  app.use(
    (error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
      sendError(response, error);
    }
  );
  return app;
}
