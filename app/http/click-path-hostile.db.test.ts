import { createServer, type RequestListener, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aLink } from "~/testing/builders/sharing";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { clickPath } from "./click-path.server";

let test: TestDatabase;
let server: Server;
beforeAll(async () => {
  test = await testDatabase();
  await aLink(test.db, { code: "HOSTILE" });
  const pages: RequestListener = (_req, res) => void res.writeHead((res as { locals?: unknown }).locals ? 503 : 404).end();
  // The same bounds as the web process has.
  server = createServer({ maxHeaderSize: 16_384 }, clickPath(pages, test, { APP_URL: "http://localhost:3000", TRUSTED_PROXY_HOPS: 1 }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => void server.close());

/** The answer to exactly these bytes; empty when the connection was ended without one. */
function send(head: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    let answer = "";
    socket.on("data", (bytes) => (answer += bytes.toString("latin1")));
    socket.on("error", () => undefined);
    socket.once("close", () => resolve(answer));
    socket.write(Buffer.from(head, "latin1"));
  });
}

const AGENT = "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0";
const get = (target: string, ...headers: string[]) =>
  ["GET " + target + " HTTP/1.1", "Host: localhost", "Connection: close", ...(headers.length ? headers : [AGENT]), "", ""].join("\r\n");

const stored = async () => (await test.db.pool.query("select count(*)::int as n from clicks.click")).rows[0].n as number;

const NOBODYS = [
  "", "/", "//", "/.", "/..", "/%2e%2e", "/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/..%5c..%5cwindows", "/%00", "/HOSTILE%00", "/HOSTILE%", "/%zz",
  "/%c3%28", "/%ff%fe", "/%f0%9f%98%80", "/%ed%a0%80", "/%e2%80%ae", "/%0d%0aSet-Cookie:%20a=b", "/HOSTILE%0d%0aX-Evil:%201", "/%0a",
  "/HOSTILE/evil", "/HOSTILE%2fevil.example", "//evil.example", "/%2f%2fevil.example", "/\\\\evil.example", "/%5c%5cevil.example",
  "/https:%2f%2fevil.example", "/@evil.example", "/HOSTILE@evil.example", "/HOSTILE:80", "/<script>", "/%3Cscript%3E", "/'%20or%20'1'='1",
  "/%27;drop%20table%20link--", "/${jndi:ldap://evil.example}", "/{{7*7}}", "/__proto__", "/constructor", "/toString", "/hasOwnProperty",
  `/${"A".repeat(21)}`, `/${"A".repeat(4_000)}`, `/${"%41".repeat(2_000)}`, `/${"-".repeat(20)}`, "/A", "/AB", "/?via=sms", "/%20", "/+", "/*",
  "/HOSTILE;jsessionid=1", "/HOSTILE,HOSTILE", "/HOSTILE|x", "/HOSTILE%7cx", "/HOSTILE%u0041", "/\x80\x81", "/\xff", "/%ef%bb%bf", "/NUL", "/CON",
].map((path) => [path.slice(0, 60), path] as const);

it.each(NOBODYS)("says that nobody has /r%s, and writes nothing", async (_name, path) => {
  const before = await stored();
  const answer = await send(get(`/r${path}`));
  expect(answer.slice(0, 12)).toMatch(/^HTTP\/1\.1 (400|404)/);
  expect(answer).not.toMatch(/evil|set-cookie/i);
  expect(await stored()).toBe(before);
});

const OTHER_REQUESTS = [
  ...["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "GET\x00", "EVIL", ""].map((method) => `${method} /r/HOSTILE HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
  "CONNECT localhost:80 HTTP/1.1\r\nHost: x\r\n\r\n",
  "GET /r/HOSTILE HTTP/9.9\r\nHost: x\r\n\r\n",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
  get("/r/HOSTILE", `User-Agent: ${"a".repeat(20_000)}`),
  get("/r/HOSTILE", "User-Agent: a\rb"),
  get("/r/HOSTILE", "User-Agent: a\x00b"),
  get("/r/HOSTILE", "Bad Header: x"),
  get("/r/HOSTILE", "Content-Length: 5", "Transfer-Encoding: chunked"),
  get("/r/HOSTILE", "Content-Length: -1"),
  get("/r/HOSTILE", "Content-Length: 1", "Content-Length: 2"),
  get(`/r/HOSTILE?${"q".repeat(20_000)}`),
  get("/r/HOSTILE x"),
  get("/r/HOSTILE?via=%00"),
].map((head) => [JSON.stringify(head.slice(0, 50)), head] as const);

it.each(OTHER_REQUESTS)("refuses %s, and writes nothing", async (_name, head) => {
  const before = await stored();
  const answer = await send(head);
  expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d|$)/);
  expect(answer).not.toMatch(/\r\nx-evil|set-cookie/i);
  expect(await stored()).toBe(before);
});

const ODD_VISITS = [
  ...["http://evil.example/r/HOSTILE", "https://evil.example:99/r/HOSTILE?via=sms", "/r/HOSTILE/", "/r/hostile", "/r/%48OSTILE", "/r/H0STILE", "/r/HOST-ILE"].map((target) => get(target)),
  ...["?", "?&&&", "?=", "?via", "?via=", "?via=<script>", "?via=%0d%0aX-Evil:%201", "?sub=%0d%0aX-Evil", "?sub=%ff", `?sub=${"a".repeat(5_000)}`, "?sub[]=a", "?sub=a&sub=b",
    "?c=forged&to=https://evil.example", "?__proto__=1", "?via=whatsapp%00".slice(0, 13), "#fragment"].map((query) => get(`/r/HOSTILE${query}`)),
  ...["", "evil", "999.1.1.1", "::1", "[::1]:80", "fe80::1%eth0", "1.2.3.4, 5.6.7.8", ",,,,", "1.2.3.4:99999", "a".repeat(9_000), "\xff\xfe", "' or 1=1--", "2001:db8::/32", "::ffff:1.2.3.4", "localhost"].map(
    (address) => get("/r/HOSTILE", AGENT, `X-Forwarded-For: ${address}`),
  ),
  ...["Range: bytes=0-1", "Expect: evil", "If-None-Match: *", "Cookie: __Host-ref=forged", "Referer: javascript:alert(1)", "Referer: https://a,b{}\"\\/x", `Referer: https://${"a".repeat(300)}.example`,
    "Referer: http://[::1]/", "Accept-Language: \xff\xff", `Accept-Language: ${"nl,".repeat(3_000)}`, "CF-IPCountry: <b>", "Purpose: prefetch", "Upgrade: websocket", "X-Forwarded-Host: evil.example",
    "Origin: null", "Accept: */*;q=-1", "Authorization: Bearer x"].map((header) => get("/r/HOSTILE", AGENT, header)),
  "HEAD /r/HOSTILE HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
  "GET /r/HOSTILE HTTP/1.0\r\n\r\n",
  // A request line without a version, as the very first HTTP had it; what follows is a header to it.
  "GET /r/HOSTILE\r\n\r\n",
  get("/r/HOSTILE\r\nX-Evil: 1"),
  "GET /r/HOSTILE HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nContent-Length: 4\r\n\r\nevil",
].map((head) => [JSON.stringify(head.slice(0, 120).replace(/HTTP.*User-Agent[^\r]*/s, "… ")), head] as const);

it.each(ODD_VISITS)("leads %s to our own page and nowhere else", async (_name, head) => {
  const answer = await send(head);
  expect(answer.slice(0, 12)).toMatch(/^HTTP\/1\.1 (302|4\d\d)/);
  // The token is made of chance letters, which may spell anything.
  expect(answer.replace(/\?c=[\w-]+/, "")).not.toMatch(/evil|script>|set-cookie/i);
  if (answer.startsWith("HTTP/1.1 302")) expect(answer).toMatch(/\r\nLocation: \/l\/[A-Z0-9-]+\?c=[\w-]+\r\n/);
});

it("had no trouble with any of it", () => expect([NOBODYS.length + OTHER_REQUESTS.length + ODD_VISITS.length >= 120, test.clicks.databaseIsAway]).toEqual([true, false]));
