import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { saveOwnWords } from "~/champions/save-own-words.server";
import type { AskRemix } from "~/http/remix-handler.server";
import { requestContext } from "~/http/request-context.server";
import { connectAs } from "~/platform/deps.server";
import { saveCompany } from "~/programs/save-company.server";
import { newId } from "~/platform/ids";
import { signClickToken } from "~/sharing/click-token.server";
import { aChampion } from "~/testing/builders/champions";
import { aCompany, aProgram, COMPANY } from "~/testing/builders/programs";
import { aLink } from "~/testing/builders/sharing";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { keptLandings } from "./kept-landings.server";

let test: TestDatabase;
let link: Awaited<ReturnType<typeof aLink>>;
let server: Server;
let drawn = 0;

/** Draws what a page would show, with all that differs from visit to visit. */
const draw: AskRemix = (request, context) => {
  drawn += 1;
  const { search } = new URL(request.url);
  const { name, sentence, token } = context?.landing ?? {};
  const page = [context?.nonce, context?.requestId, token, search, name, sentence].join("|");
  return Promise.resolve(new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8" } }));
};

beforeAll(async () => {
  test = await testDatabase();
  const db = connectAs(test.urls.app);
  afterAll(() => db.close());
  await aCompany(test.db);
  const program = await aProgram(test.db, { clock: test.clock });
  const champion = await aChampion(test.db, { programId: program.id });
  link = await aLink(test.db, { champion });
  const app = express();
  app.use(requestContext(), keptLandings(draw), (_req, res) => void res.status(404).send("for Remix"));
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => new Promise((closed) => server.close(closed)));

const aToken = () => signClickToken({ linkId: link.id, programId: link.programId, clickId: newId("clk"), at: new Date() });

async function visit(address: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`, { headers });
  const text = await answer.text();
  const [nonce, requestId, token, search, name, sentence] = text.split("|");
  return { status: answer.status, text, nonce, requestId, token, search, name, sentence, told: answer.headers.get("X-Request-Id") };
}

it("draws a page once and gives each visit its own nonce, reference and token", async () => {
  const [one, other] = [aToken(), aToken()];
  const first = await visit(`/l/${link.code}?c=${one}`);
  const before = drawn;
  const second = await visit(`/l/${link.code}?c=${other}`);
  expect(drawn).toBe(before);
  expect(first).toMatchObject({ status: 200, token: one, search: `?c=${one}`, requestId: first.told });
  expect(second).toMatchObject({ status: 200, token: other, search: `?c=${other}`, requestId: second.told });
  expect(second.nonce).not.toBe(first.nonce);
});

it("gives a visit without a token one of its own, and one with rubbish another than that", async () => {
  const bare = await visit(`/l/${link.code}`);
  expect(bare.token).toMatch(/^[A-Za-z0-9_-]{100,200}$/);
  const rubbish = await visit(`/l/${link.code}?c=rubbish`);
  expect(rubbish).toMatchObject({ search: "?c=rubbish", token: expect.stringMatching(/^[A-Za-z0-9_-]{100,200}$/) });
  expect(rubbish.token).not.toBe(bare.token);
});

it("draws anew when anything on the page is another", async () => {
  const address = `/l/${link.code}?c=${aToken()}`;
  await visit(address);
  await saveOwnWords({ championId: link.championId, displayName: "Zoé", sentence: "Every morning." }, test);
  expect(await visit(address)).toMatchObject({ name: "Zoé", sentence: "Every morning." });
  const before = drawn;
  await visit(address, { "Accept-Language": "nl" });
  await visit(address, { Cookie: "__Host-theme=dark" });
  await saveCompany({ ...COMPANY, name: "Another Company" }, test);
  await visit(address);
  expect(drawn).toBe(before + 3);
});

it.each(["/l/NOBODY-HAS-IT", "/l/%00", "/l/x?c=a&b=c", "/l/x?c=%3Cscript%3E", "/l/x.data", "/l/x/claim", "//l/x"])(
  "leaves %s to Remix",
  async (address) => {
    const before = drawn;
    expect((await visit(address)).status).toBe(404);
    expect(drawn).toBe(before);
  },
);
