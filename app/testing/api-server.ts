import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { afterAll } from "vitest";
import { apiHandler } from "~/http/api-handler.server";
import { createWebApp } from "~/http/web-app.server";
import { ENDPOINTS } from "~/routes/api/endpoints.server";
import { action, loader } from "~/routes/api/v1";

// A route without a page has no component; the type wants one.
const module = { loader, action } as unknown as NonNullable<ServerBuild["routes"][string]>["module"];

/** A build with no page but the one that says that the API has no such address. */
const build: ServerBuild = {
  entry: { module: { default: () => new Response("no page is built here", { status: 500 }) } },
  routes: { api: { id: "api", path: "api/v1/*", module } },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "test" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true, v3_lazyRouteDiscovery: true },
  isSpaMode: false,
  mode: "production",
};

/** The whole way an API call takes from the socket on, on a port of its own. Call it once, in `beforeAll`. */
export async function apiServer(): Promise<string> {
  const skip = (_req: unknown, _res: unknown, next: () => void) => next();
  const parts = { build, api: apiHandler(ENDPOINTS), browserScript: skip, developmentAssets: skip, shopOrigins: () => Promise.resolve([]) };
  const server = createServer(createWebApp(parts));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  afterAll(() => new Promise((closed) => server.close(closed)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
