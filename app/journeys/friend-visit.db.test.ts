import { beforeAll, describe, expect, it } from "vitest";
import { changeMembership } from "~/champions/change-membership.server";
import { newId } from "~/platform/ids";
import type { ProgramType } from "~/programs/program";
import type { ProgramRules } from "~/programs/program-rules";
import { saveCompany } from "~/programs/save-company.server";
import { setProgramStatus } from "~/programs/set-program-status.server";
import { changeCode } from "~/sharing/change-code.server";
import { readClickToken, signClickToken } from "~/sharing/click-token.server";
import { landingsNoted } from "~/sharing/note-landing.server";
import { aChampion } from "~/testing/builders/champions";
import { aCompany, aProgram, COMPANY } from "~/testing/builders/programs";
import { aLink } from "~/testing/builders/sharing";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { claimOffer } from "./claim-offer.server";
import { showLanding } from "./show-landing.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
});

async function aRecommendation(rules: Partial<ProgramRules> = {}, type: ProgramType = "friend") {
  const program = await aProgram(test.db, { type, rules });
  const champion = await aChampion(test.db, { programId: program.id, displayName: "Zoë", sentence: "I drink it daily." });
  const link = await aLink(test.db, { champion });
  const clickId = newId("clk");
  const token = signClickToken({ linkId: link.id, clickId, programId: program.id, at: test.clock.now() });
  return { program, champion, link, token, clickId };
}

const claim = (link: { code: string }, over: Partial<Parameters<typeof claimOffer>[0]> = {}) =>
  claimOffer({ code: link.code, token: null, initial: null, ...over }, test);

const count = async (sql: string, id: string) =>
  (await test.db.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [id])).rows[0]?.n;
const landingsOf = async (linkId: string) => {
  await landingsNoted(test);
  return count("funnel_event where kind = 'landing_shown' and link_id = $1", linkId);
};
const claimsOf = (linkId: string) => count("funnel_event where kind = 'claimed' and link_id = $1", linkId);

describe("the landing page", () => {
  it("names the champion and is counted once per click", async () => {
    const { link, token } = await aRecommendation();
    const show = () => showLanding({ code: link.code.toLowerCase(), token, counts: true }, test);
    expect(await show()).toMatchObject({ championName: "Zoë", sentence: "I drink it daily.", open: true, token });
    await Promise.all([show(), show()]);
    expect(await landingsOf(link.id)).toBe(1);
  });

  it("is not counted for what is no person's visit", async () => {
    const { link, token } = await aRecommendation();
    await showLanding({ code: link.code, token, counts: false }, test);
    expect(await landingsOf(link.id)).toBe(0);
  });

  it("is remembered by reading it in an affiliate program that says so, and only by a person's visit to an open page", async () => {
    const affiliate = await aRecommendation({ cookie: "affiliate_only", clickMemoryDays: 90 }, "affiliate");
    const other = await aRecommendation({ cookie: "consent" });
    const seconds = async ({ link, token }: typeof other, counts = true) =>
      (await showLanding({ code: link.code, token, counts }, test))?.cookieSeconds;
    expect([await seconds(affiliate), await seconds(affiliate, false), await seconds(other)]).toEqual([30 * 86_400, null, null]);
    await changeMembership({ championId: affiliate.champion.id, to: "paused" }, test);
    expect(await seconds(affiliate)).toBeNull();
  });

  it("makes a token of its own when the address has none, or another link's", async () => {
    const { link, program } = await aRecommendation();
    const other = await aRecommendation();
    for (const token of [null, "x", other.token]) {
      const shown = await showLanding({ code: link.code, token, counts: true }, test);
      expect(readClickToken(shown?.token ?? "")).toMatchObject({ linkId: link.id, programId: program.id });
    }
  });

  it("is nobody's for a code nobody has", async () => {
    expect(await showLanding({ code: "NOBODY-9", token: null, counts: true }, test)).toBeNull();
    expect(await showLanding({ code: "\0'; drop table link", token: null, counts: true }, test)).toBeNull();
  });
});

describe("a claim", () => {
  it("leads to the shop's own address with the token and the current code, and is remembered", async () => {
    const { link, token, clickId } = await aRecommendation();
    const old = link.code;
    await changeCode({ linkId: link.id, code: "ZOE-DRINKT" }, test);
    const claimed = await claimOffer({ code: old, token, initial: "M" }, test);
    expect(claimed?.shopUrl).toBe(`${COMPANY.shopUrl}?vouch=${token}&code=ZOE-DRINKT`);
    expect(claimed?.cookie).toEqual({ token, maxAgeSeconds: 30 * 86_400, sharedDomain: null });
    const { rows } = await test.db.pool.query("select initial, link_id from claim where click_id = $1", [clickId]);
    expect(rows).toEqual([{ initial: "M", link_id: link.id }]);
  });

  it("counts once per click, however often the button is pressed", async () => {
    const { link, token } = await aRecommendation();
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(link, { token })));
    expect(new Set(claims.map((made) => made?.shopUrl)).size).toBe(1);
    expect(await claimsOf(link.id)).toBe(1);
  });

  it("is remembered as long as a click, at most 30 days, and not at all where the program says so (L3)", async () => {
    const [short, long, off] = await Promise.all([
      aRecommendation({ clickMemoryDays: 7 }), aRecommendation({ clickMemoryDays: 90 }), aRecommendation({ cookie: "off" }),
    ]);
    expect((await claim(short.link))?.cookie?.maxAgeSeconds).toBe(7 * 86_400);
    expect((await claim(long.link))?.cookie?.maxAgeSeconds).toBe(30 * 86_400);
    expect(await claim(off.link)).toMatchObject({ cookie: null });
  });

  it("is remembered up to 90 days by who ticked the box, with the words and the hour; without it not at all (L3)", async () => {
    const asks = await aRecommendation({ cookie: "consent", clickMemoryDays: 90 });
    const { link, token, clickId } = asks;
    expect(await claim(link, { token })).toMatchObject({ cookie: null });
    const yes = { token, consentWords: (days: number) => `Remember me for ${days} days` };
    expect((await claim(link, yes))?.cookie).toMatchObject({ token, maxAgeSeconds: 90 * 86_400 });
    await claim(link, { ...yes, consentWords: () => "Other words, later" });
    expect((await test.db.pool.query("select * from cookie_consent where click_id = $1", [clickId])).rows).toEqual([
      { click_id: clickId, wording: "Remember me for 90 days", given_at: test.clock.now() },
    ]);
    expect(await claimsOf(link.id)).toBe(1);
  });

  it("takes no consent from a form whose page had no box", async () => {
    const { link, token, clickId } = await aRecommendation();
    await claim(link, { token, consentWords: () => "Remember me" });
    expect(await count("cookie_consent where click_id = $1", clickId)).toBe(0);
  });

  it("keeps what stands in the shop's address already", async () => {
    const { link } = await aRecommendation();
    await saveCompany({ ...COMPANY, shopUrl: "https://shop.bluekettle.example/tea?lang=nl#new" }, test);
    const { shopUrl } = (await claim(link))!;
    await saveCompany(COMPANY, test);
    expect(shopUrl).toMatch(/^https:\/\/shop\.bluekettle\.example\/tea\?lang=nl&vouch=[\w-]+&code=[A-Z0-9-]+#new$/);
  });

  it("is not taken while the champion pauses, the program rests or the shop is not on the list", async () => {
    const paused = await aRecommendation();
    await changeMembership({ championId: paused.champion.id, to: "paused" }, test);
    const resting = await aRecommendation();
    await setProgramStatus({ programId: resting.program.id, to: "paused" }, test);
    const { link } = await aRecommendation();
    await test.db.pool.query("update company set allowed_hosts = '{other.example}'");
    const elsewhere = await claim(link);
    await saveCompany(COMPANY, test);
    expect([await claim(paused.link), await claim(resting.link), elsewhere]).toEqual([null, null, null]);
    const shown = await showLanding({ code: paused.link.code, token: null, counts: true }, test);
    expect(shown).toMatchObject({ open: false });
    expect(await landingsOf(paused.link.id)).toBe(0);
  });
});
