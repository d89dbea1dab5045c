import "@remix-run/node";
import type { AppError } from "~/platform/errors";

declare module "@remix-run/node" {
  /** Loader data is typed as it arrives: dates as Date, money as bigint. */
  interface Future {
    v3_singleFetch: true;
  }

  /** What the HTTP server hands to every loader, action and page. */
  interface AppLoadContext {
    /** For the Content-Security-Policy of this one answer. */
    nonce: string;
    /** Shown to a person when something breaks, and found again in the log. */
    requestId: string;
    clientAddress: string;
    /** The page that calls, where a browser tells it; the request itself is handed on without this header. */
    origin?: string;
    /** Why the body was not read; whatever action was meant answers with it. */
    refused?: AppError;
  }
}
