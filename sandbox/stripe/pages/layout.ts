import type { Response } from "express";
import { html, Html } from "./html";

interface PageOptions {
  language?: string;
  status?: number;
  /** Origins a form's answer may lead to, besides the sandbox itself. */
  formTargets?: string[];
  narrow?: boolean;
}

/** Sends a whole page; no script is ever needed or allowed. */
export function sendPage(response: Response, title: string, body: Html, options: PageOptions = {}): void {
  const targets = ["'self'", ...(options.formTargets ?? [])].join(" ");
  const policy =
    `default-src 'none'; style-src 'self'; img-src 'self' data:; form-action ${targets}; ` +
    "base-uri 'none'; frame-ancestors 'none'";
  response.set({
    "Cache-Control": "no-store",
    "Content-Security-Policy": policy,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  });
  const page = html`<!DOCTYPE html>
    <html lang="${options.language ?? "en"}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/sandbox.css" />
      </head>
      <body>
        <main ${new Html(options.narrow ? 'class="narrow"' : "")}>${body}</main>
      </body>
    </html>`;
  response
    .status(options.status ?? 200)
    .type("html")
    .send(page.markup);
}

/** The origin of an address for a policy, or nothing when it has none. */
export function originOf(address: string | null): string[] {
  if (!address || !URL.canParse(address)) return [];
  const { origin } = new URL(address);
  return origin === "null" ? [] : [origin];
}
