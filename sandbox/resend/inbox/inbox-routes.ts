import { createRequire } from "node:module";
import express, { Router, type Request, type Response } from "express";
import { z } from "zod";
import type { Deliveries } from "../deliveries";
import type { Mail } from "../entries";
import type { Events } from "../events";
import { sameOriginOnly } from "../same-origin";
import type { SandboxState } from "../state";
import { deliveriesPage } from "./deliveries-page";
import { html, type Html } from "./html";
import { inboxPage } from "./inbox-page";
import { layout, type Page } from "./layout";
import { linksOf } from "./links";
import { mailPage, TABS, type Tab } from "./mail-page";
import { STYLE } from "./style";
import { oneClickUrl, unsubscribe } from "./unsubscribe";

export interface InboxParts {
  state: SandboxState;
  events: Events;
  deliveries: Deliveries;
  vouchUrl: string | null;
}

const FONTS = {
  inter: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  fraunces: "@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2",
};
// Mails bring their own styles and pictures; nothing here or in a mail may run a script.
const CONTENT_POLICY = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src http: https: data:",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");
const switchesForm = z.object({
  paused: z.literal("on").optional(),
  duplicate: z.coerce.number().int().min(0).max(10),
  delayMs: z.coerce.number().int().min(0).max(600_000),
  reorderMs: z.coerce.number().int().min(0).max(600_000),
});

/** The pages on which a person reads what was sent. */
export function inboxRoutes(parts: InboxParts): Router {
  const { state, deliveries } = parts;
  const router = Router();
  const show = (response: Response, page: Omit<Page, "vouchUrl">, status = 200) => {
    response.status(status).set({ "content-security-policy": CONTENT_POLICY, "cache-control": "no-store" });
    response.set({ "referrer-policy": "same-origin", "x-content-type-options": "nosniff" });
    response.type("text/html").send(layout({ ...page, vouchUrl: parts.vouchUrl }));
  };
  const absent = (response: Response) => {
    const body = html`<h1>Not here</h1>
      <p class="hint">This mail or page does not exist. <a href="/">All mails</a></p>`;
    show(response, { title: "Not here", current: "inbox", body }, 404);
  };
  const withMail =
    (work: (mail: Mail, request: Request, response: Response) => void | Promise<void>) =>
    async (request: Request, response: Response, next: express.NextFunction) => {
      const mail = state.mails.get(request.params.id ?? "");
      try {
        if (mail) await work(mail, request, response);
        else absent(response);
      } catch (error) {
        next(error);
      }
    };

  assets(router);
  router.get("/", (request, response) => {
    const wanted = typeof request.query.to === "string" ? request.query.to : "";
    show(response, { title: "Inbox", current: "inbox", body: inboxPage(state, wanted) });
  });
  router.get(
    ["/mails/:id", "/mails/:id/:tab"],
    withMail(async (mail, request, response) => {
      const asked = request.params.tab ?? (mail.html === null ? "text" : "html");
      const tab = TABS.find((one) => one === asked);
      if (!tab) return absent(response);
      if (countsAsOpening(request, mail, tab)) {
        parts.events.emitEmail(mail, "email.opened", mail.to);
        await state.settled();
      }
      const body: Html = mailPage(state, mail, tab, String(request.query.notice ?? ""));
      show(response, { title: mail.subject, current: "inbox", body });
    })
  );
  router.get(
    "/click/:id/:n",
    withMail(async (mail, request, response) => {
      const link = linksOf(mail.html ?? "")[Number(request.params.n)];
      if (link === undefined) return absent(response);
      if (isRealVisit(request)) {
        parts.events.emitEmail(mail, "email.clicked", mail.to, { click: clickFacts(state, request, link) });
        await state.settled();
      }
      response.redirect(302, link);
    })
  );
  router.get("/deliveries", (_request, response) => {
    show(response, { title: "Webhooks", current: "deliveries", body: deliveriesPage(state) });
  });

  const guard = [sameOriginOnly({ strict: true }), express.urlencoded({ extended: false, limit: "10kb" })];
  router.post(
    "/mails/:id/mark",
    guard,
    withMail(async (mail, request, response) => {
      const outcome = z.enum(["bounced", "complained"]).safeParse(request.body.outcome);
      if (!outcome.success) return absent(response);
      parts.events.markAs(mail, outcome.data);
      await state.settled();
      response.redirect(303, `/mails/${mail.id}/events?notice=${outcome.data}`);
    })
  );
  router.post(
    "/mails/:id/unsubscribe",
    guard,
    withMail(async (mail, _request, response) => {
      const url = oneClickUrl(mail);
      const accepted = url !== null && (await unsubscribe(url, parts.vouchUrl));
      response.redirect(
        303,
        `/mails/${mail.id}/headers?notice=${accepted ? "unsubscribed" : "unsubscribe-refused"}`
      );
    })
  );
  router.post("/deliveries/switches", guard, async (request: Request, response: Response) => {
    const input = switchesForm.safeParse(request.body);
    if (!input.success) return absent(response);
    const switches = { ...state.switches, ...input.data, paused: input.data.paused === "on" };
    state.record({ kind: "switches.set", at: state.now().toISOString(), switches });
    await state.settled();
    deliveries.wake();
    response.redirect(303, "/deliveries");
  });
  router.post("/deliveries/:id/resend", guard, async (request: Request, response: Response) => {
    const delivery = state.deliveries.get(request.params.id ?? "");
    if (!delivery) return absent(response);
    deliveries.resend(delivery.id);
    await state.settled();
    const mailId = state.events.get(delivery.eventId)?.mailId;
    response.redirect(303, mailId ? `/mails/${mailId}/events?notice=resent` : "/deliveries");
  });
  return router;
}

/** As with the provider's invisible picture: each time the HTML part is shown to somebody. */
function countsAsOpening(request: Request, mail: Mail, tab: Tab): boolean {
  return tab === "html" && mail.html !== null && isRealVisit(request);
}

function isRealVisit(request: Request): boolean {
  return (
    request.method === "GET" &&
    request.get("sec-purpose") === undefined &&
    request.get("purpose") === undefined
  );
}

function clickFacts(state: SandboxState, request: Request, link: string) {
  const userAgent = request.get("user-agent") ?? "";
  return { ipAddress: request.ip ?? "127.0.0.1", link, timestamp: state.now().toISOString(), userAgent };
}

function assets(router: Router): void {
  const require = createRequire(import.meta.url);
  router.get("/_assets/inbox.css", (_request, response) => {
    response.type("text/css").send(STYLE);
  });
  for (const [name, file] of Object.entries(FONTS)) {
    const path = require.resolve(file);
    router.get(`/_assets/${name}.woff2`, (_request, response) => {
      response.sendFile(path, { maxAge: "1d" });
    });
  }
}
