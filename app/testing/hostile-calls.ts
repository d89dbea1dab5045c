import { z } from "zod";
import { findAddress } from "~/http/api-addresses";
import { addressOf } from "~/http/api-example";
import type { Endpoint } from "~/http/api-endpoint";
import type { Call } from "./api-calls";

/** A call that must be refused, with what is wrong about it. */
export interface HostileCall {
  title: string;
  path: string;
  body?: unknown;
  how: Call;
}

const TEXTS = [
  "", "\u0000", "a\u0000b", "a\nb", "a\r\nSet-Cookie: a=b", "a\tb", "\u001b[31m", "\u007f", "\u0085", "\ud800", "a\udc00b", "\udbff\udbff",
  "x".repeat(20_000),
];
const VALUES: unknown[] = [
  ...TEXTS, null, true, false, 0, -1, 1.5, 1e21, 2 ** 53, -0.1, {}, { $ne: null }, { toString: "x" }, [], [null], ["x"], [["x"]], [{}],
];
const UNKNOWN = [
  "constructor", "prototype", "toString", "hasOwnProperty", "admin", "role", "id", "state", "status", "ownerId", "championId2", "partnerId",
  "amountMinor", "dueMinor", "version2", "by", "", " ", "$where", "a.b", "callback", "x-http-method", "clickid", "CUSTOMEREXTERNALID", "customer_external_id", "\u0000",
];
const BROKEN = [
  "", " ", "{", "}", "{}}", "[", "{,}", "{'a':1}", '{"a":1,}', '{"a":NaN}', '{"a":Infinity}', '{"a":0x10}', '{"a":01}', '{"a":+1}', '{"a":1}{"a":1}',
  '{"a":"\n"}', '{"a":undefined}', "// x\n{}", "{}//", "<a/>", "a=1&b=2", "\u0000{}", '{"a"', '"', "nul", "[1,2",
];
const NO_OBJECT = ["null", "true", "1", '"text"', "[]", "[{}]", "{}", "[[[]]]"];
const TYPES = ["", "text/plain", "text/json", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp", "application/json5", "json", "*/*", "application/ld+json"];

/** What is wrong with the key, on whatever address; `bearers` are keys that exist and do not fit. */
function withBadKeys(path: string, how: Call, good: string, bearers: Record<string, string>): HostileCall[] {
  const flipped = Array.from(good, (sign, at) => good.slice(0, at) + (sign === "a" ? "b" : "a") + good.slice(at + 1)).filter((_, at) => at % 2 === 0);
  const bad = { nothing: null, "one letter": "x", "its beginning": good.slice(0, 40), "its end": good.slice(-43), "one sign more": `${good}a`, "other mode": good.replace("test", "live"), "upper case": good.toUpperCase(), "10 KB": "a".repeat(10_000), "two of them": `${good},${good}`, ...bearers };
  return [
    ...Object.entries(bad).map(([title, bearer]) => ({ title: `key: ${title}`, path, how: { ...how, bearer } })),
    ...flipped.map((bearer, i) => ({ title: `key: a sign changed (${i})`, path, how: { ...how, bearer } })),
    { title: "key: from a page", path, how: { ...how, origin: "https://shop.example" } },
    { title: "key: in the query", path: `${path}${path.includes("?") ? "&" : "?"}key=${good}`, how: { ...how, bearer: null } },
  ];
}

/** Every call of an endpoint that differs from a good one in a single bad point. */
export function hostileCalls(endpoints: readonly Endpoint[], endpoint: Endpoint, example: { params?: Record<string, string>; query?: Record<string, string>; body?: Record<string, unknown> }, good: string, bearers: Record<string, string>): HostileCall[] {
  const { method } = endpoint;
  const path = addressOf(endpoint.path, example);
  const how = { method };
  const { byMethod } = findAddress(endpoints, `/${path.split("?")[0]}`) ?? {};
  const others = ["PUT", "DELETE", "PATCH", "POST", "GET"].filter((other) => !byMethod?.has(other));
  const join = path.includes("?") ? "&" : "?";
  return [
    ...withBadKeys(path, { ...how, ...(endpoint.body && { raw: JSON.stringify(example.body) }) }, good, bearers),
    ...[...UNKNOWN.map((name) => `${encodeURIComponent(name)}=1`), ...NAMES.map((name) => `q.${name}=1`), "x=1", "__proto__=1", "constructor=1", "a[b]=1", "limit=1&limit=1", "=1", "%00=1", "_method=DELETE"].map((more) => ({
      title: `query: ${more}`, path: `${path}${join}${more}`, body: example.body, how,
    })),
    ...others.map((other) => ({ title: `method ${other}`, path, body: example.body, how: { method: other } })),
    ...badParams(endpoint, example),
    ...badQueries(endpoint, example),
    ...badBodies(endpoint, path, example.body),
  ];
}

const NAMES = [
  "x", "..", "%00", "%2e%2e%2f", "%0d%0aSet-Cookie:a=b", "%F0%9F%92%A9", "'%20or%201=1--", "%3Cscript%3E", "null", "undefined", "0", "-1", "1e9", "true", "[object%20Object]",
  "%7B%7D", "*", "%25", "rwd_", "chp_1", "CHP_01KB2Q7E5N8M3X6W9R4T1V2Y7Z", "psn_01kb2q7e5n8m3x6w9r4t1v2y7z", "x".repeat(500), "%20", "a%2fb", "__proto__", "constructor",
];

function badParams({ method, path, body: schema }: Endpoint, { params = {}, body }: { params?: Record<string, string>; body?: unknown }): HostileCall[] {
  return Object.keys(params).flatMap((name) =>
    NAMES.flatMap((value) => ["", "%20", "%00", "z"].map((end) => ({
      title: `${name}: ${value.slice(0, 40)}${end}`,
      path: path.slice(1).replace(`{${name}}`, `${value}${end}`),
      how: { method, ...(schema && { raw: JSON.stringify(body) }) },
    }))),
  );
}

function badQueries({ method, path, query: schema }: Endpoint, { params, query = {} }: { params?: Record<string, string>; query?: Record<string, string> }): HostileCall[] {
  if (!(schema instanceof z.ZodObject)) return [];
  // An address cannot hold half a sign: it arrives as the sign for a broken one.
  const values = [...TEXTS.filter((text) => !/\p{Cs}/u.test(text)), " ", "-1", "0", "1.5", "1e3", "101", "1e400", "NaN", "null", "true'", "' or 1=1--", "{}", "[]", "../..", "💡", "prg_1", "2026-02-30", "99999-01-01"];
  return Object.keys(schema.shape).flatMap((name) =>
    values.flatMap((value) => {
      const changed = { ...query, [name]: value };
      if (schema.safeParse(changed).success) return [];
      return [{ title: `${name}=${JSON.stringify(value).slice(0, 40)}`, path: addressOf(path, { params, query: changed }), how: { method } }];
    }),
  );
}

function badBodies({ method, body: schema }: Endpoint, path: string, body: Record<string, unknown> | undefined): HostileCall[] {
  if (!(schema instanceof z.ZodObject) || !body) return [];
  const raw = (title: string, text: BodyInit): HostileCall => ({ title, path, how: { method, raw: text } });
  const text = JSON.stringify(body);
  const inside = text.slice(1, -1);
  const refused = (changed: unknown) => !schema.safeParse(changed).success;
  return [
    ...Object.keys(schema.shape).flatMap((name) =>
      VALUES.filter((value) => refused({ ...body, [name]: value })).map((value) => ({
        title: `${name}: ${JSON.stringify(value).slice(0, 40)}`, path, body: { ...body, [name]: value }, how: { method },
      })),
    ),
    ...Object.keys(body).filter((name) => refused(without(body, name))).map((name) => ({ title: `without ${name}`, path, body: without(body, name), how: { method } })),
    ...UNKNOWN.filter((name) => !(name in schema.shape)).map((name) => ({ title: `more: ${JSON.stringify(name)}`, path, body: { ...body, [name]: 1 }, how: { method } })),
    ...Object.keys(body).map((name) => raw(`twice: ${name}`, `{${inside},${JSON.stringify(name)}:${JSON.stringify(body[name])}}`)),
    raw("__proto__", `{${inside},"__proto__":{"admin":true}}`),
    raw("__proto__, escaped", `{${inside},"\\u005f_proto__":{"admin":true}}`),
    raw("10,000 fields", `{${inside},${Array.from({ length: 10_000 }, (_, i) => `"f${i}":1`).join(",")}}`),
    raw("20,000 deep", `{${inside},"metadata":${"[".repeat(20_000)}${"]".repeat(20_000)}}`),
    raw("a number too large to be one", `{${inside},"more":1e400}`),
    raw("UTF-16", Buffer.from(text, "utf16le")),
    raw("broken UTF-8", Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xc3, 0x28, 0x7d])])),
    ...BROKEN.map((broken) => raw(`body: ${broken.slice(0, 20)}`, broken)),
    ...NO_OBJECT.filter((other) => refused(JSON.parse(other))).map((other) => raw(`body: ${other}`, other)),
    ...TYPES.map((type) => ({ title: `type: ${type}`, path, how: { method, type, raw: text } })),
  ];
}

function without(body: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
}
