import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler } from "express";
import { afterEach, expect, it } from "vitest";
import { securityHeaders } from "./security-headers.server";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** One request to a handler that answers at once; with whatever reached the error handler. */
async function ask(path: string) {
  const errors: unknown[] = [];
  const keep: ErrorRequestHandler = (error, _req, _res, _next) => void errors.push(error);
  const app = express();
  app.use(securityHeaders(() => Promise.resolve(["https://shop.example"])));
  app.use((_req, res) => void res.send("ok"));
  app.use(keep);
  const server = app.listen(0, "127.0.0.1");
  closing.push(() => server.close());
  await new Promise((listening) => server.once("listening", listening));
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  await response.text();
  return { headers: response.headers, errors };
}

it("sets every header before an answer that comes at once", async () => {
  const { headers, errors } = await ask("/healthz");
  expect(errors).toEqual([]);
  expect(headers.get("Permissions-Policy")).toContain("camera=()");
  expect(headers.get("Content-Security-Policy")).toContain("default-src 'self'");
});

it("lets forms lead to the shop from a landing page alone", async () => {
  expect((await ask("/l/MILA")).headers.get("Content-Security-Policy")).toContain("form-action 'self' https://shop.example;");
  expect((await ask("/portal")).headers.get("Content-Security-Policy")).toContain("form-action 'self';");
});
