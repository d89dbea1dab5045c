import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { env } from "./env.server";

interface RequestContext {
  requestId: string;
}

const context = new AsyncLocalStorage<RequestContext>();

let following = 0;

/**
 * Runs `work`, which answers one request, so that every log line inside it carries the request id. While none is being
 * followed, Node need not follow each promise of the process, which would cost a click a fifth of its time.
 */
export async function withRequestId<T>(requestId: string, work: () => Promise<T>): Promise<T> {
  following += 1;
  try {
    return await context.run({ requestId }, work);
  } finally {
    following -= 1;
    if (following === 0) context.disable();
  }
}

/** The id of the request being followed, if any. */
export function currentRequestId(): string | undefined {
  return context.getStore()?.requestId;
}

/** Keys whose value never reaches a log, at any of the usual depths. */
const SECRET_KEYS = [
  "email", "name", "firstName", "phone", "address", "password", "code", "token", "secret", "cookie",
  "authorization", "ip", "userAgent", "payload", "html", "text",
];

/** The log: one JSON object per line on standard output, without personal data. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  mixin: () => {
    const requestId = currentRequestId();
    return requestId ? { requestId } : {};
  },
  redact: {
    paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
    censor: "[redacted]",
  },
});
