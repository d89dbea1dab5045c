import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, it } from "vitest";
import { apiCalls, type ApiCalls } from "~/testing/api-calls";
import { apiServer } from "~/testing/api-server";
import { rowCounts } from "~/testing/row-counts";

let api: ApiCalls;
let port: number;
beforeAll(async () => {
  api = await apiCalls();
  port = Number(new URL(await apiServer()).port);
});

/** Sends bytes as they are. @returns the status of the first answer, and all that came back */
function send(bytes: Buffer | string): Promise<{ status: number; text: string }> {
  return new Promise((answered, failed) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (/\r\n\r\n[\s\S]*\}$/.test(text) || /^HTTP\/1.1 4\d\d [^\r]+\r\n(?:Connection: close\r\n)?\r\n$/.test(text)) socket.end();
    });
    socket.on("close", () => answered({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]), text }));
    socket.on("error", (error) => (text ? undefined : failed(error)));
  });
}

const ADDRESSES = ["track/lead", "track/sale", "track/refund", "customers"] as const;
const GOOD = JSON.stringify({ customerExternalId: "wire", amount: 100, invoiceId: "wire-1" });

const call = (path: string, headers: string[], body: Buffer | string = GOOD) =>
  Buffer.concat([
    Buffer.from([`POST /api/v1/${path} HTTP/1.1`, "Host: localhost", `Authorization: Bearer ${api.key}`, ...headers, "", ""].join("\r\n"), "latin1"),
    Buffer.from(body),
  ]);
const json = (body: Buffer | string, ...more: string[]) => ["Content-Type: application/json", `Content-Length: ${Buffer.byteLength(body)}`, ...more];

it.each(ADDRESSES)("%s: what is wrong on the wire is a 4xx, and nothing changes", async (path) => {
  const zipped = gzipSync(GOOD);
  const large = `{"customerExternalId":"${"x".repeat(70_000)}"}`;
  const chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
  const calls: Record<string, Buffer | string> = {
    "a compressed body": call(path, json(zipped, "Content-Encoding: gzip"), zipped),
    "an unknown encoding": call(path, json(GOOD, "Content-Encoding: x")),
    "a body of 70 KB": call(path, json(large), large),
    "70 KB in chunks": call(path, ["Content-Type: application/json", "Transfer-Encoding: chunked"], chunk.repeat(5)),
    "a header of 20 KB": call(path, json(GOOD, `X-Large: ${"x".repeat(20_000)}`)),
    "a cookie of 20 KB": call(path, json(GOOD, `Cookie: a=${"x".repeat(20_000)}`)),
    "both lengths": call(path, json(GOOD, "Transfer-Encoding: chunked")),
    "two lengths": call(path, json(GOOD, "Content-Length: 1")),
    "a negative length": call(path, ["Content-Type: application/json", "Content-Length: -1"]),
    "a length that is none": call(path, ["Content-Type: application/json", "Content-Length: x"]),
    "a chunk that is none": call(path, ["Content-Type: application/json", "Transfer-Encoding: chunked"], "zz\r\nx\r\n0\r\n\r\n"),
    "a bare CR in a header": call(path, json(GOOD, "X-A: a\rX-B: b")),
    "a NUL in a header": call(path, json(GOOD, "X-A: a\0b")),
    "a blank before a colon": call(path, json(GOOD, "X-A : a")),
    "a NUL in the address": call(`${path}%00`, json(GOOD)),
    "a broken address": call(`${path}%zz`, json(GOOD)),
    "dots in the address": call(`../v1/${path}/..`, json(GOOD)),
    "a method nobody knows": call(path, json(GOOD)).toString("latin1").replace("POST", "TRACE"),
    "no host": call(path, json(GOOD)).toString("latin1").replace("Host: localhost\r\n", ""),
    "no HTTP": "hello\r\n\r\n",
  };
  const before = await rowCounts(api.db);
  const answers = await Promise.all(Object.entries(calls).map(async ([title, bytes]) => ({ title, ...(await send(bytes)) })));
  expect(answers.filter(({ status }) => !(status >= 400 && status < 500))).toEqual([]);
  expect(answers.filter(({ text }) => /set-cookie|x-b:/i.test(text))).toEqual([]);
  expect(await rowCounts(api.db)).toEqual(before);
});
