import { type RouteConfig, index, route } from "@remix-run/route-config";

/**
 * The table of contents: every address of the product, grouped by who comes there. `/r/:code`, `/healthz` and `/readyz`
 * are answered ahead of Remix, in `app/http/web-app.server.ts`.
 */
export default [
  // Everybody
  index("routes/site/home.tsx"),
  route("/language", "routes/site/language.ts"),
  route("/theme", "routes/site/theme.ts"),

  // Friends

  // Champions

  // Staff

  // Marketing

  // Shops and providers

  // Demo only
  route("/demo/clock", "routes/demo/clock.ts"),

  route("*", "routes/site/not-found.tsx"),
] satisfies RouteConfig;
