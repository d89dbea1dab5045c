import { beforeAll, expect, it } from "vitest";
import { createPublishableKey } from "~/identity/create-publishable-key.server";
import { newId } from "~/platform/ids";
import { processClock } from "~/platform/deps.server";
import { signClickToken } from "~/sharing/click-token.server";
import { apiCalls, type ApiCalls } from "~/testing/api-calls";
import type { Recommender } from "~/testing/builders/attribution";
import { PageCalls, SHOP } from "~/testing/page-calls";

let api: ApiCalls;
let page: PageCalls;
let anna: Recommender;
let token: string;
beforeAll(async () => {
  api = await apiCalls();
  const { key } = await createPublishableKey({ name: "web shop", origins: [SHOP], by: "operator" }, { db: api.db, clock: processClock() });
  page = new PageCalls(api.db, key);
  anna = await api.champion();
  token = await api.token(anna);
});

const telling = (name: "claim" | "lead", value: unknown) => (name === "lead" ? { tokens: [value] } : { token: value });

let visitor = 0;
/** Each case comes from a network of its own, so that no limit answers in place of the check. */
const nextAddress = () => `198.18.${(++visitor >> 8) & 255}.${visitor & 255}`;

/** Tokens that nobody signed: each letter of a good one changed, cut, doubled, turned round. */
function unsignedTokens(): string[] {
  const flipped = [...token].map((letter, i) => token.slice(0, i) + (letter === "A" ? "B" : "A") + token.slice(i + 1));
  const others = [token.slice(1), token.slice(0, -1), token + "A", token.toLowerCase(), [...token].reverse().join(""), "__proto__", "tkl_" + "a".repeat(43)];
  return [...flipped, ...others];
}

/** Tokens that we signed for a link or a program that is not there. */
function tokensOfNothing(): string[] {
  const facts = { linkId: anna.link.id, clickId: newId("clk"), programId: anna.link.programId, at: processClock().now() };
  return [signClickToken({ ...facts, linkId: newId("lnk") }), signClickToken({ ...facts, programId: newId("prg") })];
}

it.each(["offer", "claim"] as const)("%s: a token with any letter changed, cut, or of nothing is nobody's", async (name) => {
  const before = await page.rows();
  const bad = [...unsignedTokens(), ...tokensOfNothing()];
  expect(bad.length).toBeGreaterThan(120);
  for (const one of bad) {
    const { status, body } = await page.call(name, { token: one }, { address: nextAddress() });
    expect([status, body.error.reason], one).toEqual([404, "no_offer"]);
  }
  expect(await page.rows()).toEqual(before);
});

it("lead: a token that nobody signed is in no list", async () => {
  const before = await page.rows();
  for (const one of unsignedTokens()) {
    const { status, body } = await page.call("lead", { tokens: [one] }, { address: nextAddress() });
    expect([status, body.error.reason], one).toEqual([422, "token_invalid"]);
  }
  expect(await page.rows()).toEqual(before);
});

it.each(["claim", "lead"] as const)("%s: odd JSON, odd texts and odd types are refused", async (name) => {
  const before = await page.rows();
  const odd: unknown[] = [
    7, -1, 1e308, true, {}, [], [[token]], { a: 1 }, "\u0000", "a\u0000b", "\ud800", "\udc00x", "\u202e", "💡", "a b", "é", "a\r\nSet-Cookie: x=y", "../..",
    "<script>", "'; drop table claim; --", "x".repeat(201), "x".repeat(60_000), "%00", " ", "\t", "\n",
  ];
  for (const value of odd) {
    const { status } = await page.call(name, telling(name, value), { address: nextAddress() });
    expect([400, 404, 422], JSON.stringify(value)?.slice(0, 40)).toContain(status);
  }
  const raws = [
    "", "null", "[]", "7", '"x"', "{", "{}}", `{"token":"${token}","token":"x"}`, '{"__proto__":{"token":"x"}}', '{"constructor":1}', `{"code":${"[".repeat(500)}${"]".repeat(500)}}`,
    '{"code":"\\ud800"}', "\ufeff{}", '{"code":"A",}', "code=ANNA", '{"code":NaN}', '{"code":"ANNA"}{"code":"B"}', '{"email":"friend@example.test"}', '{"tokens":[],"token":1}',
  ];
  for (const raw of raws) {
    const { status } = await page.call(name, {}, { raw, address: nextAddress() });
    expect([400, 404, 422], raw.slice(0, 40)).toContain(status);
  }
  expect(await page.rows()).toEqual(before);
});
