import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

interface Received {
  path: string;
  headers: Record<string, string>;
  body: string;
}

interface WebhookListener {
  url: string;
  /** Everything that arrived, in order. */
  received: Received[];
  /** How many connections were opened to it. */
  connections(): number;
  /** What it does from now on; 204 at first. */
  answer: (response: ServerResponse, request: Received) => void;
}

/** A host application on loopback that listens for webhooks. It closes itself. */
export async function webhookListener(address = "127.0.0.1"): Promise<WebhookListener> {
  let connections = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const headers = request.headers as Record<string, string>;
      const received = { path: request.url ?? "", headers, body: Buffer.concat(chunks).toString() };
      listener.received.push(received);
      listener.answer(response, received);
    });
  });
  server.on("connection", () => connections++);
  server.listen(0, address);
  await once(server, "listening");
  const listener: WebhookListener = {
    url: `http://${address}:${(server.address() as AddressInfo).port}`,
    received: [],
    connections: () => connections,
    answer: (response) => response.writeHead(204).end(),
  };
  afterAll(
    () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  );
  return listener;
}
