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

  // Friends
  route("/r/*", "routes/go/unknown-code.tsx"),
  route("/l/:code", "routes/go/landing.tsx"),
  route("/l/:code/claim", "routes/go/claim.tsx"),
  route("/l/:code/card.png", "routes/go/card.ts"),

  // Champions: the join page and everything after it stand in the portal's frame
  layout("routes/portal/layout.tsx", []),

  // Staff: signing in stands outside the desk's frame

  layout("routes/desk/layout.tsx", [
    route("/marketing", "routes/marketing/overview.tsx"),
    route("/marketing/rows", "routes/marketing/rows.tsx"),
  ]),
  route("/marketing.csv", "routes/marketing/csv.ts"),

  // Shops and providers

  // Demo only
  route("/demo/clock", "routes/demo/clock.ts"),

  route("*", "routes/site/not-found.tsx"),
] satisfies RouteConfig;
