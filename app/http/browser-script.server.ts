import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { RequestHandler } from "express";

/**
 * Answers `/vouch.js` from memory, compressed once. Browsers ask again after an hour and get a 304 while it is the same;
 * under `?v=<version>` it may be kept for a year. Any page may load it, with or without `integrity`.
 */
export function browserScript(source: string): RequestHandler {
  const plain = Buffer.from(source);
  const version = createHash("sha256").update(plain).digest("base64url").slice(0, 16);
  const bodies = {
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    gzip: gzipSync(plain, { level: 9 }),
    identity: plain,
  };
  return (req, res, next) => {
    if (req.method !== "GET" && req.method !== "HEAD") return next();
    const encoding = (["br", "gzip"] as const).find((name) => req.acceptsEncodings(name)) ?? "identity";
    const pinned = req.query.v === version;
    res.set({
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": pinned ? "public, max-age=31536000, immutable" : "public, max-age=3600, stale-while-revalidate=86400",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Access-Control-Allow-Origin": "*",
      Vary: "Accept-Encoding",
      ETag: `"${version}-${encoding}"`,
    });
    if (req.fresh) return void res.status(304).end();
    if (encoding !== "identity") res.set("Content-Encoding", encoding);
    res.set("Content-Length", String(bodies[encoding].length));
    res.end(req.method === "HEAD" ? undefined : bodies[encoding]);
  };
}
