import { html, type Html } from "./html";

export interface Page {
  title: string;
  current: "inbox" | "deliveries";
  vouchUrl: string | null;
  body: Html;
}

/** The frame around every inbox page. */
export function layout({ title, current, vouchUrl, body }: Page): string {
  const mark = (page: Page["current"]) => (page === current ? html` aria-current="page"` : null);
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Sandbox mail</title>
        <link rel="stylesheet" href="/_assets/inbox.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header>
          <nav class="top" aria-label="Sandbox mail">
            <strong>Sandbox mail</strong>
            <a href="/" ${mark("inbox")}>Inbox</a>
            <a href="/deliveries" ${mark("deliveries")}>Webhooks</a>
            ${vouchUrl !== null && html`<a href="${vouchUrl}">Vouch</a>`}
          </nav>
        </header>
        <main id="main">${body}</main>
      </body>
    </html>`.text;
}

/** An absolute time with weekday and hour, in the zone the demo's company lives in. */
export function time(iso: string): Html {
  const options = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
  const shown = new Intl.DateTimeFormat("en-GB", { ...options, hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" }).format(
    new Date(iso)
  );
  return html`<time datetime="${iso}">${shown}</time>`;
}
