import { type RouteConfig, index, layout, route } from "@remix-run/route-config";

/**
 * The table of contents: every address of the product, grouped by who comes there. `/r/:code`, `/healthz` and `/readyz`
 * are answered ahead of Remix, in `app/http/web-app.server.ts`.
 */
export default [
  // Everybody
  index("routes/site/home.tsx"),
  route("/language", "routes/site/language.ts"),
  route("/theme", "routes/site/theme.ts"),
  route("/logo/:version", "routes/site/logo.ts"),
  route("/p/:slug", "routes/site/program.tsx"),
  route("/p/:slug/terms", "routes/site/program-terms.tsx"),
  route("/sign-in", "routes/site/sign-in.tsx"),
  route("/sign-in/code", "routes/site/sign-in-code.tsx"),
  route("/sign-in/link/:token", "routes/site/sign-in-link.tsx"),
  route("/sign-out", "routes/site/sign-out.ts"),
  route("/email-change/confirm/:token", "routes/site/email-change-confirm.tsx"),
  route("/email-change/cancel/:token", "routes/site/email-change-cancel.tsx"),

  route("/mail/stop/:token", "routes/site/mail-stop.tsx"),

  // Friends
  route("/r/*", "routes/go/unknown-code.tsx"),
  route("/l/:code", "routes/go/landing.tsx"),
  route("/l/:code/claim", "routes/go/claim.tsx"),
  route("/l/:code/card.png", "routes/go/card.ts"),

  // Champions: the join page and everything after it stand in the portal's frame
  layout("routes/portal/layout.tsx", [
    route("/email-change", "routes/site/email-change.tsx"),
    route("/portal", "routes/portal/choose.tsx"),
    route("/portal/account", "routes/portal/account.tsx"),
    route("/portal/:slug", "routes/portal/home.tsx"),
    route("/portal/:slug/recommendations/:id", "routes/portal/recommendation.tsx"),
    route("/portal/:slug/why-not", "routes/portal/why-not.tsx"),
    route("/portal/:slug/rewards", "routes/portal/rewards.tsx"),
    route("/portal/:slug/cause", "routes/portal/cause.tsx"),
    route("/portal/:slug/prizes", "routes/portal/prizes.tsx"),
    route("/portal/:slug/payout", "routes/portal/payout.tsx"),
    route("/portal/:slug/rewards/:id", "routes/portal/reward.tsx"),
    route("/portal/:slug/rewards/:id/gift", "routes/portal/gift.tsx"),
    route("/portal/:slug/rewards/:id/question", "routes/portal/question.tsx"),
    route("/portal/:slug/join", "routes/portal/join.tsx"),
    route("/portal/:slug/account", "routes/portal/account-membership.tsx"),
    route("/portal/:slug/share", "routes/portal/share.tsx"),
    route("/portal/:slug/links", "routes/portal/links.tsx"),
    route("/portal/:slug/qr", "routes/portal/qr.tsx"),
  ]),
  route("/portal/:slug/join/check", "routes/portal/join-check.ts"),
  route("/portal/:slug/share/go", "routes/portal/share-go.ts"),
  route("/portal/:slug/poster.pdf", "routes/portal/poster.ts"),
  route("/portal/:slug/card.png", "routes/portal/card.ts"),
  route("/portal/:slug/qr.svg", "routes/portal/qr-file.ts", { id: "portal-qr-svg" }),
  route("/portal/:slug/qr.png", "routes/portal/qr-file.ts", { id: "portal-qr-png" }),

  // Staff: signing in stands outside the desk's frame
  route("/desk/sign-in", "routes/desk/sign-in.tsx"),
  route("/desk/sign-in/code", "routes/desk/sign-in-code.tsx"),
  route("/desk/sign-in/factor", "routes/desk/sign-in-factor.tsx"),
  route("/desk/sign-in/set-up", "routes/desk/sign-in-set-up.tsx"),
  route("/desk/sign-in/passkey", "routes/desk/sign-in-passkey.ts"),

  route("/desk/decide/:token", "routes/desk/decide.tsx"),

  route("/desk", "routes/desk/queue-home.ts"),
  layout("routes/desk/layout.tsx", [
    route("/desk/queue", "routes/desk/queue.tsx"),
    route("/desk/queue/approve", "routes/desk/queue-approve.tsx"),
    route("/desk/queue/refuse", "routes/desk/queue-refuse.tsx"),
    route("/desk/promises", "routes/desk/promises.tsx"),
    route("/desk/batches", "routes/desk/batches.tsx"),
    route("/desk/batches/:id", "routes/desk/batch.tsx"),
    route("/desk/rewards/:id", "routes/desk/reward.tsx"),
    route("/desk/rewards/:id/ask", "routes/desk/ask.tsx"),
    route("/desk/conversions", "routes/desk/conversions.tsx"),
    route("/desk/conversions/:id", "routes/desk/conversion.tsx"),
    route("/desk/conversions/:id/by-hand", "routes/desk/by-hand.tsx"),
    route("/desk/people", "routes/desk/people.tsx"),
    route("/desk/people/:id", "routes/desk/person.tsx"),
    route("/desk/applications", "routes/desk/applications.tsx"),
    route("/desk/invitations", "routes/desk/invitations.tsx"),
    route("/desk/questions", "routes/desk/questions.tsx"),
    route("/desk/donations", "routes/desk/donations.tsx"),
    route("/desk/prizes", "routes/desk/prizes.tsx"),
    route("/desk/gifts", "routes/desk/gifts.tsx"),
    route("/desk/book", "routes/desk/book/accounts.tsx"),
    route("/desk/book/months", "routes/desk/book/months.tsx"),
    route("/desk/book/differences", "routes/desk/book/differences.tsx"),
    route("/desk/book/export", "routes/desk/book/export.tsx"),
    route("/desk/book/accounts/:id", "routes/desk/book/account.tsx"),
    route("/desk/book/transactions/:id", "routes/desk/book/transaction.tsx"),
    route("/desk/security", "routes/desk/security.tsx"),
    route("/desk/mail", "routes/desk/mail.tsx"),
    route("/desk/mail/:id", "routes/desk/mail-detail.tsx"),
    route("/desk/settings", "routes/desk/settings/index.tsx"),
    route("/desk/settings/company", "routes/desk/settings/company.tsx"),
    route("/desk/settings/program/:slug", "routes/desk/settings/program.tsx"),
    route("/desk/settings/terms/:slug", "routes/desk/settings/terms.tsx"),
    route("/desk/settings/trust/:slug", "routes/desk/settings/trust.tsx"),
    route("/desk/settings/prizes", "routes/desk/settings/prizes.tsx"),
    route("/desk/settings/causes", "routes/desk/settings/causes.tsx"),
    route("/desk/settings/simulate/:slug", "routes/desk/settings/simulate.tsx"),
    route("/desk/settings/staff", "routes/desk/settings/staff.tsx"),
    route("/desk/settings/keys", "routes/desk/settings/keys.tsx"),
    route("/desk/settings/integration", "routes/desk/settings/integration.tsx"),
    route("/desk/settings/webhooks", "routes/desk/settings/webhooks.tsx"),
    route("/desk/settings/webhooks/:id", "routes/desk/settings/webhook.tsx"),
    route("/desk/settings/webhooks/:id/deliveries/:deliveryId", "routes/desk/settings/webhook-delivery.tsx"),
    route("/marketing", "routes/marketing/overview.tsx"),
    route("/marketing/rows", "routes/marketing/rows.tsx"),
  ]),
  route("/desk/book/file", "routes/desk/book/file.ts"),
  route("/marketing.csv", "routes/marketing/csv.ts"),

  // Shops and providers
  route("/developers", "routes/developers/reference.tsx"),
  route("/developers/shop", "routes/developers/shop.tsx"),
  route("/api/v1/browser/offer", "routes/api/browser-offer.ts"),
  route("/api/v1/browser/claim", "routes/api/browser-claim.ts"),
  route("/api/v1/browser/lead", "routes/api/browser-lead.ts"),
  // Its own table of contents is `app/routes/api/endpoints.server.ts`
  route("/api/v1/*", "routes/api/v1.ts"),
  route("/api/v1/openapi.json", "routes/api/openapi.ts"),
  route("/webhooks/stripe", "routes/webhooks/stripe.ts"),
  route("/webhooks/resend", "routes/webhooks/resend.ts"),

  // Demo only
  route("/demo/clock", "routes/demo/clock.ts"),
  route("/demo/sign-in", "routes/demo/sign-in.tsx"),

  route("*", "routes/site/not-found.tsx"),
] satisfies RouteConfig;
