import { type RouteConfig, index, route } from "@remix-run/route-config";

/** The table of contents: every address of the product, grouped by who comes there. */
export default [
  index("routes/site/home.tsx"),
  route("/healthz", "routes/site/healthz.ts"),
] satisfies RouteConfig;
