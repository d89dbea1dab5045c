import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { createWebApp } from "./web-app.server";

it("says that it will be back when the database is away before Remix is asked", async () => {
  const app = createWebApp({
    build: () => Promise.reject(new Error("not asked")),
    clickPath: (_req, _res, next) => next(Object.assign(new Error("away"), { code: "ECONNREFUSED" })),
    browserScript: (_req, _res, next) => next(),
    shopOrigins: () => Promise.resolve([]),
  });
  const server = app.listen(0, "127.0.0.1");
  try {
    await new Promise((listening) => server.once("listening", listening));
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/r/MILA`);
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("30");
    expect(await response.text()).toContain("<h1>");
  } finally {
    server.close();
  }
});
