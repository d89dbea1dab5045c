/*
 * The plain reference of bench:landing: the smallest Remix application, served as `remix-serve` serves one (Express,
 * compression), with one page of a given number of bytes that is written in its source. No loader, no database.
 */
import { createRequestHandler, writeReadableStreamToWritable, createReadableStreamFromReadable, type ServerBuild } from "@remix-run/node";
import { Outlet, RemixServer } from "@remix-run/react";
import compression from "compression";
import express from "express";
import { PassThrough } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";

const [port = 0, bytes = 0] = process.argv.slice(2).map(Number);
const SENTENCE = "A page that says what it has to say in plain words and asks nobody for anything before. ";

/** As many paragraphs as fill the page. */
function Page() {
  const count = Math.max(1, Math.round((bytes - 400) / (SENTENCE.length + 7)));
  return (
    <main>
      <h1>A bare page</h1>
      {Array.from({ length: count }, (_, n) => (
        <p key={n}>{SENTENCE}</p>
      ))}
    </main>
  );
}

function Root() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>A bare page</title>
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  );
}

const build = {
  entry: {
    module: {
      default: (_request: Request, status: number, headers: Headers, context: Parameters<typeof RemixServer>[0]["context"]) =>
        new Promise<Response>((resolve, reject) => {
          const { pipe } = renderToPipeableStream(<RemixServer context={context} url={_request.url} />, {
            onShellReady() {
              const body = new PassThrough();
              headers.set("Content-Type", "text/html");
              resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
              pipe(body);
            },
            onShellError: reject,
          });
        }),
    },
  },
  routes: {
    root: { id: "root", path: "", module: { default: Root } },
    page: { id: "page", parentId: "root", index: true, module: { default: Page } },
  },
  assets: {
    version: "bare", url: "", entry: { module: "", imports: [] },
    routes: {
      root: { id: "root", path: "", module: "", hasAction: false, hasLoader: false, hasErrorBoundary: false },
      page: { id: "page", parentId: "root", index: true, module: "", hasAction: false, hasLoader: false, hasErrorBoundary: false },
    },
  },
  publicPath: "/", assetsBuildDirectory: "", isSpaMode: false, mode: "production",
  future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true, v3_lazyRouteDiscovery: true },
} as unknown as ServerBuild;

const handle = createRequestHandler(build, "production");
const app = express();
app.disable("x-powered-by");
app.use(compression());
app.use((req, res, next) => {
  const headers = new Headers(Object.entries(req.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as [string, string]] : [])));
  handle(new Request(`http://localhost${req.originalUrl}`, { headers }))
    .then(async (answer) => {
      res.status(answer.status);
      for (const [name, value] of answer.headers) res.setHeader(name, value);
      if (answer.body) await writeReadableStreamToWritable(answer.body, res);
      else res.end();
    })
    .catch(next);
});
const server = app.listen(port, "127.0.0.1", () => process.send?.("ready"));
process.once("SIGTERM", () => server.close(() => process.exit(0)));
