import { PassThrough } from "node:stream";
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import "./http/load-context";
import { localeOf } from "./http/locale.server";
import { themeOf } from "./http/theme.server";
import { log } from "./platform/log.server";
import { DocumentProvider } from "./ui/document";
import { LanguageProvider } from "./ui/i18n";
import { translator } from "./ui/i18n.server";

/** How long a page may wait for what it streams; the render itself ends a moment later. */
export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  const locale = localeOf(request);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", locale);
  headers.append("Vary", "Cookie, Accept-Language");
  const page = (
    <DocumentProvider facts={{ theme: themeOf(request), nonce, requestId }}>
      <LanguageProvider locale={locale} t={translator(locale)}>
        <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </LanguageProvider>
    </DocumentProvider>
  );
  // Readers that run no script get the whole page at once, and so does everybody on a single-page render.
  const whole = isbot(request.headers.get("User-Agent")) || remix.isSpaMode;
  return new Promise((resolve, reject) => {
    let shellSent = false;
    let finalStatus = status;
    const send = () => {
      shellSent = true;
      const body = new PassThrough();
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      [whole ? "onAllReady" : "onShellReady"]: send,
      onShellError: reject,
      onError(error: unknown) {
        finalStatus = 500;
        // Before the shell is sent the error comes back through `onShellError` and is logged there.
        if (shellSent) log.error({ err: error, requestId }, "page broke while it was streamed");
      },
    });
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Errors that no loader or action turned into an answer: a page that cannot be rendered. Logged once, here. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  log.error({ err: error, requestId: context.requestId }, "page could not be made");
}
