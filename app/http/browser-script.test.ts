import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildBrowserScript } from "../../scripts/browser-script";
import { browserScript } from "./browser-script.server";

let source: string;
let server: Server;
beforeAll(async () => {
  source = await buildBrowserScript();
  server = createServer(express().use("/vouch.js", browserScript(source))).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
});
afterAll(() => server.close());

interface Served {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

/** The answer as it goes over the wire: nothing is unpacked. */
function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Served> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, method, headers, host: "127.0.0.1" }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(chunks) }));
    });
    asked.once("error", reject).end();
  });
}

describe("/vouch.js as it is served", () => {
  it.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ])("weighs at most 2 KB in %s", async (encoding, unpack) => {
    const { headers, bytes } = await get("/vouch.js", { "Accept-Encoding": encoding });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(bytes.length).toBeLessThanOrEqual(2_048);
    expect(unpack(bytes).toString()).toBe(source);
  });

  it("goes out as it is where nothing else is taken", async () => {
    const { headers, bytes } = await get("/vouch.js", { "Accept-Encoding": "identity" });
    expect(headers["content-encoding"]).toBeUndefined();
    expect(bytes.toString()).toBe(source);
  });

  it("may be loaded by any page, and is not sent twice", async () => {
    const first = await get("/vouch.js", { "Accept-Encoding": "br, gzip" });
    expect(first.headers).toMatchObject({
      "cross-origin-resource-policy": "cross-origin",
      "access-control-allow-origin": "*",
      vary: "Accept-Encoding",
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": expect.stringContaining("max-age=3600"),
    });
    const etag = String(first.headers.etag);
    const again = await get("/vouch.js", { "Accept-Encoding": "br, gzip", "If-None-Match": etag });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    const [version = ""] = etag.replaceAll('"', "").split("-br");
    const pinned = await get(`/vouch.js?v=${version}`);
    expect(pinned.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await get("/vouch.js?v=other")).headers["cache-control"]).toContain("max-age=3600");
  });

  it("answers HEAD without a body, and no other method", async () => {
    expect(await get("/vouch.js", {}, "HEAD")).toMatchObject({ status: 200, bytes: Buffer.alloc(0) });
    expect((await get("/vouch.js", {}, "POST")).status).toBe(404);
  });

  it("holds nothing that a strict Content-Security-Policy refuses, no cookie and no other address", () => {
    expect(source).not.toMatch(/\beval\b|Function\(|innerHTML|document\.write|\.cookie|https?:\/\//);
  });
});
