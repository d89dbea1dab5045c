import { createServer, type Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import type { ViteDevServer } from "vite";
import vouchScript from "virtual:vouch-script";
import { browserScript } from "./browser-script.server";
import { clickPath } from "./click-path.server";
import { shopOrigins } from "./shop-origins.server";
import { createWebApp } from "./web-app.server";

/** The web process on top of Vite: routes are loaded afresh for each request. Used by `npm run dev` alone. */
export function createDevelopmentServer(vite: ViteDevServer): Server {
  const app = createWebApp({
    build: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
    browserScript: browserScript(vouchScript),
    // The route of the same address answers, which Vite loads afresh.
    api: (_req, _res, next) => next(),
    shopOrigins,
    developmentAssets: vite.middlewares,
  });
  return createServer(clickPath(app));
}
