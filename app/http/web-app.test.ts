import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import type { Database } from "~/platform/db.server";
import { clickPath } from "./click-path.server";
import { createWebApp } from "./web-app.server";

it("says that it will be back when the database is away before Remix is asked", async () => {
  const db: Database = { transaction: () => Promise.reject(Object.assign(new Error("away"), { code: "ECONNREFUSED" })) };
  const app = createWebApp({
    build: () => Promise.reject(new Error("not asked")),
    browserScript: (_req, _res, next) => next(),
    api: (_req, _res, next) => next(),
    // Nothing is built where only this is tested.
    developmentAssets: (_req, _res, next) => next(),
    shopOrigins: () => Promise.resolve([]),
  });
  const server = createServer(clickPath(app, { db })).listen(0, "127.0.0.1");
  try {
    await new Promise((listening) => server.once("listening", listening));
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/r/MILA`);
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("30");
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'self'");
    expect(await response.text()).toContain("<h1>");
  } finally {
    server.close();
  }
});
