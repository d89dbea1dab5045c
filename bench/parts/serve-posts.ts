import { createServer, type IncomingMessage } from "node:http";

/** Bare `node:http`: hands the JSON of each POST to `work`, answers when that is done, and tells the parent its port. */
export function servePosts<Told>(work: (told: Told) => Promise<void>): void {
  const server = createServer((request, response) => {
    textOf(request)
      .then((text) => work(JSON.parse(text) as Told))
      .then(
        () => response.writeHead(200, { "Content-Type": "application/json" }).end('{"attributed":true}'),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    process.send?.(typeof address === "object" && address ? address.port : 0);
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const part of request) text += part;
  return text;
}
