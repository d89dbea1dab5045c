import type { ServerResponse } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { webhookListener } from "~/testing/webhook-listener";
import { postToTarget } from "./webhook-target.server";

const post = (url: string, options: Parameters<typeof postToTarget>[1] = {}) =>
  postToTarget({ url, headers: { "content-type": "application/json" }, body: '{"a":1}' }, options);
const to = (...addresses: string[]) => ({ resolve: () => Promise.resolve(addresses) });

describe("what an outgoing call may reach (F24)", async () => {
  const listener = await webhookListener();
  const port = new URL(listener.url).port;

  it.each([
    // This machine and its neighbours, however they are written
    "https://127.0.0.1", "http://127.0.0.1", "https://localhost", "http://localhost", "https://2130706433", "https://0x7f000001",
    "https://0177.0.0.1", "https://127.1", "https://[::1]", "https://[::ffff:127.0.0.1]", "https://[::ffff:7f00:1]", "https://0.0.0.0",
    "https://[::]", "https://127.255.255.254", "https://[64:ff9b::7f00:1]", "https://[2002:7f00:1::]", "https://[::127.0.0.1]",
  ])("%s opens no connection", async (origin) => {
    expect(await post(`${origin}:${port}/hook`, { loopback: false })).toMatchObject({ status: null, error: "address_refused" });
    expect(listener.connections()).toBe(0);
  });

  it.each([
    "169.254.169.254", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "fd00:ec2::254", "fe80::1", "224.0.0.1", "255.255.255.255",
    "192.0.2.1", "198.18.0.1", "::ffff:169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe", "127.0.0.1", "::1",
  ])("a name that leads to %s opens no connection", async (address) => {
    expect(await post(`https://hooks.example:${port}/`, { ...to(address), loopback: false })).toMatchObject({ error: "address_refused" });
    // Also in the demo, where this machine itself is allowed: its neighbours are not.
    if (address.startsWith("127") || address === "::1") return;
    expect(await post(`http://hooks.example:${port}/`, { ...to(address), loopback: true })).toMatchObject({ error: "address_refused" });
  });

  it("one address that is not public refuses the name, whatever the others are", async () => {
    expect(await post(`https://hooks.example:${port}/`, { ...to("8.8.8.8", "127.0.0.1"), loopback: false })).toMatchObject({ error: "address_refused" });
    expect(await post(`https://hooks.example:${port}/`, { ...to("127.0.0.1", "8.8.8.8"), loopback: true })).toMatchObject({ error: "address_refused" });
    expect(listener.connections()).toBe(0);
  });

  it("plain http goes nowhere but to this machine in the demo", async () => {
    expect(await post("http://hooks.example/", { ...to("8.8.8.8"), loopback: true })).toMatchObject({ error: "address_refused" });
    expect(await post("http://hooks.example/", { ...to("8.8.8.8"), loopback: false })).toMatchObject({ error: "address_refused" });
  });
});

describe("a name that answers differently the second time", () => {
  it("is asked once, and the call goes to the address that was looked at", async () => {
    const [seen, other] = [await webhookListener("127.0.0.2"), await webhookListener("127.0.0.1")];
    const answers = [["127.0.0.2"], ["127.0.0.1"]];
    let asked = 0;
    const resolve = () => Promise.resolve(answers[asked++] ?? []);
    const answer = await post(`http://rebind.example:${new URL(seen.url).port}/hook`, { resolve, loopback: true });
    expect(answer).toMatchObject({ status: 204, error: null });
    expect([asked, seen.received.length, other.connections()]).toEqual([1, 1, 0]);
    expect(seen.received[0]).toMatchObject({ path: "/hook", body: '{"a":1}', headers: { host: `rebind.example:${new URL(seen.url).port}` } });
  });

  it("is still the name whose certificate is asked for", async () => {
    const hello = new Promise<string>((resolve) => {
      const server = createServer((socket) => socket.once("data", (bytes) => socket.end(() => server.close(() => resolve(bytes.toString("latin1"))))));
      server.listen(0, "127.0.0.1", () => void post(`https://certificate.example:${(server.address() as AddressInfo).port}/`, to("127.0.0.1")));
    });
    expect(await hello).toContain("certificate.example");
  });

  it("that turns to this machine is refused at the next attempt", async () => {
    const listener = await webhookListener();
    const url = `https://rebind.example:${new URL(listener.url).port}/`;
    expect(await post(url, { ...to("127.0.0.1"), loopback: false })).toMatchObject({ error: "address_refused" });
    expect(listener.connections()).toBe(0);
  });
});

describe("what may come back", () => {
  it.each([301, 302, 303, 307, 308])("a redirect (%i) is not followed", async (status) => {
    const [first, second] = [await webhookListener(), await webhookListener()];
    first.answer = (response) => response.writeHead(status, { location: second.url }).end();
    expect(await post(first.url)).toMatchObject({ status, error: "redirect" });
    expect(second.connections()).toBe(0);
  });

  it("no answer, a slow one and one that drips are ended in time", async () => {
    const listener = await webhookListener();
    for (const answer of [
      () => undefined,
      (response: ServerResponse) => void response.writeHead(200).write("a"),
      (response: ServerResponse) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write("."), 20);
        response.on("close", () => clearInterval(drip));
      },
    ]) {
      listener.answer = answer;
      expect(await post(listener.url, { timeoutMs: 200 })).toMatchObject({ status: null, error: "timeout" });
    }
  });

  it("another protocol instead of an answer is a failure, and nothing waits for more", async () => {
    const switched = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    const other = createServer((socket) => void socket.on("error", () => undefined).once("data", () => socket.write(switched)));
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
    const { port } = other.address() as AddressInfo;
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ status: 101, error: "connection_failed" });
    await new Promise((closed) => other.close(closed));
  });

  it("a name that is never answered for is ended in time, one that is unknown says so", async () => {
    const never = () => new Promise<string[]>(() => undefined);
    expect(await post("https://hooks.example/", { resolve: never, timeoutMs: 50 })).toMatchObject({ error: "timeout" });
    expect(await post("https://hooks.example/", to())).toMatchObject({ error: "name_unknown" });
    expect(await post("https://hooks.invalid/")).toMatchObject({ error: "name_unknown" });
  });

  it("of an endless answer 64 KB are read, and its first characters kept", async () => {
    const listener = await webhookListener();
    let sent = 0;
    const closed = new Promise<void>((resolve) => {
      listener.answer = (response) => {
        response.writeHead(200);
        const chunk = "x".repeat(16 * 1024);
        const flood = () => {
          while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        };
        response.on("drain", flood).on("close", () => resolve());
        flood();
      };
    });
    const { status, error, body } = await post(listener.url);
    await closed;
    expect({ status, error, kept: body.length }).toEqual({ status: 200, error: null, kept: 1_000 });
    // What the sockets between us hold comes on top of what is read.
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  it("garbage, a hung up line and a closed port are failures with a name", async () => {
    const listener = await webhookListener();
    listener.answer = (response) => void response.socket?.end("not http at all\r\n\r\n");
    expect(await post(listener.url)).toMatchObject({ status: null, error: "connection_failed" });
    listener.answer = (response) => void response.socket?.destroy();
    expect(await post(listener.url)).toMatchObject({ status: null, error: "connection_failed" });
    expect(await post("http://127.0.0.1:1/")).toMatchObject({ status: null, error: "connection_failed" });
  });

  it("keeps of the answer only what a table can hold", async () => {
    const listener = await webhookListener();
    listener.answer = (response) => response.writeHead(500).end(Buffer.from([0x6f, 0x00, 0xff, 0x6b]));
    expect(await post(listener.url)).toMatchObject({ status: 500, error: null, body: "o\uFFFD\uFFFDk" });
  });
});
