import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "~/platform/db.server";
import { clickPath } from "./click-path.server";
import { createWebApp } from "./web-app.server";

let server: Server;
beforeAll(async () => {
  const db: Database = { transaction: () => Promise.reject(Object.assign(new Error("away"), { code: "ECONNREFUSED" })) };
  const app = createWebApp({
    build: () => Promise.reject(new Error("not asked")),
    browserScript: (_req, _res, next) => next(),
    api: (_req, _res, next) => next(),
    // Nothing is built where only this is tested.
    developmentAssets: (_req, _res, next) => next(),
    shopOrigins: () => Promise.resolve([]),
  });
  server = createServer(clickPath(app, { db })).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
});
afterAll(() => void server.close());

/** The answer to a request as it is written, which `fetch` would tidy up. */
function ask(method: string, path: string, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const sent = request({ port, host: "127.0.0.1", method, path, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on("error", reject).end();
  });
}

it("says that it will be back when the database is away before Remix is asked", async () => {
  const { status, headers, text } = await ask("GET", "/r/MILA");
  expect(status).toBe(503);
  expect(headers["retry-after"]).toBe("30");
  expect(headers["content-security-policy"]).toContain("default-src 'self'");
  expect(text).toContain("<h1>");
});

it.each([
  ["TRACE", "/api/v1/programs", 405, "method_not_allowed"],
  ["PROPFIND", "http://localhost/api/v1/programs", 405, "method_not_allowed"],
  ["GET", "/api/v1/champions/%ff", 400, "bad_request"],
  ["GET", "/api/v1/champions/%00", 400, "bad_request"],
])("refuses %s %s in the API's own form (P8)", async (method, path, status, reason) => {
  const answer = await ask(method, path);
  expect([answer.status, JSON.parse(answer.text)]).toEqual([
    status,
    { error: { code: "bad_request", reason, message: expect.any(String), fields: [] }, requestId: answer.headers["x-request-id"] },
  ]);
});

it.each(["http://[", "http://%@x/", "/%"])("refuses GET %s on a page of its own", async (target) => {
  const { status, headers, text } = await ask("GET", target);
  expect(status).toBe(400);
  expect(headers["content-security-policy"]).toContain("default-src 'self'");
  expect(text).toContain("<h1>");
});

it("tells who sends a form from another site why, and not that they lack a role", async () => {
  const { status, text } = await ask("POST", "/join", { "Accept-Language": "nl" });
  expect(status).toBe(403);
  expect(text).toContain("Dit kwam niet van onze eigen pagina");
});
