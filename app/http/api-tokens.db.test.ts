import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { processClock } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { signClickToken } from "~/sharing/click-token.server";
import { apiCalls, type ApiCalls } from "~/testing/api-calls";
import { aRecommender, type Recommender } from "~/testing/builders/attribution";
import { aProgram } from "~/testing/builders/programs";

let api: ApiCalls;
let anna: Recommender;
beforeAll(async () => {
  api = await apiCalls();
  anna = await api.champion();
});
beforeEach(() => api.takeNewKey());

const DAY_MS = 86_400_000;
const count = async (table: "referral" | "reward") => Number((await api.db.pool.query(`select count(*) from ${table}`)).rows[0].count);
const ofAnna = () => ({ linkId: anna.link.id, programId: anna.link.programId, clickId: newId("clk"), at: processClock().now() });
const inDays = (days: number) => new Date(processClock().now().getTime() + days * DAY_MS);

const tellLead = (clickId: string, customerExternalId = api.externalId(), eventName = "Sign up") =>
  api.call("track/lead", { clickId, eventName, customerExternalId });
const tellSale = (clickId: string, customerExternalId = api.externalId()) =>
  api.call("track/sale", { clickId, customerExternalId, amount: 8_000, invoiceId: `INV-${customerExternalId}-${newId("pur")}` });

describe("click tokens (A9, 9.1)", () => {
  it("with any sign changed, cut or lengthened bind nobody", async () => {
    const token = await api.token(anna);
    const flipped = Array.from(token, (sign, at) => token.slice(0, at) + (sign === "A" ? "B" : "A") + token.slice(at + 1));
    const forged = [...flipped, token.slice(0, -1), token.slice(1), `${token}A`.slice(0, 200), token.toLowerCase(), token.split("").reverse().join("")];
    const before = (await api.db.pool.query("select count(*)::int from referral")).rows[0];
    for (const [i, clickId] of forged.entries()) {
      if (i % 100 === 0) await api.takeNewKey();
      const { body } = await api.call("track/lead", { clickId, eventName: "Sign up", customerExternalId: api.externalId() });
      expect([clickId, body.attributed, body.reasons]).toEqual([clickId, false, ["token_invalid"]]);
    }
    expect((await api.db.pool.query("select count(*)::int from referral")).rows[0]).toEqual(before);
  });

  it.each<[string, () => string, string]>([
    ["has run out", () => signClickToken({ ...ofAnna(), at: inDays(-31) }), "click_expired"],
    ["is of a click that is still to come", () => signClickToken({ ...ofAnna(), at: inDays(1) }), "paid_before_touch"],
    ["is of a link that is not there", () => signClickToken({ ...ofAnna(), linkId: newId("lnk") }), "token_invalid"],
    ["is of a program that is not there", () => signClickToken({ ...ofAnna(), programId: newId("prg") }), "token_invalid"],
    ["is the name of a list that nobody kept", () => `tkl_${"a".repeat(43)}`, "token_invalid"],
    ["is a secret key", () => api.key, "token_invalid"],
  ])("that %s binds nobody, and the answer says why", async (_title, token, reason) => {
    const before = [await count("referral"), await count("reward")];
    for (const { status, body } of [await tellLead(token()), await tellSale(token())]) {
      expect([status, body.attributed, body.reasons]).toEqual([200, false, [reason]]);
    }
    expect([await count("referral"), await count("reward")]).toEqual(before);
  });

  it("of one program in the name of another bind nobody", async () => {
    const other = await aProgram(api.db);
    const bea = await aRecommender({ db: api.db, clock: processClock() }, other);
    const crossed = signClickToken({ ...ofAnna(), linkId: bea.link.id });
    for (const { body } of [await tellLead(crossed), await tellSale(crossed)]) expect(body).toMatchObject({ attributed: false, reasons: ["token_invalid"] });
  });

  it("told again by the same customer bind and thank once, however often and under whatever name", async () => {
    const token = await api.token(anna);
    const customer = api.externalId();
    const [binds, rewards] = [await count("referral"), await count("reward")];
    const leads = await Promise.all(Array.from({ length: 5 }, (_, i) => tellLead(token, customer, `Sign up ${i}`)));
    expect(leads.map(({ body }) => body.attributed)).toEqual(Array(5).fill(true));
    const sales = await Promise.all(Array.from({ length: 5 }, () => tellSale(token, customer)));
    expect(sales.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect([await count("referral"), await count("reward")]).toEqual([binds + 1, rewards + 1]);
  });

  it("told after the friend was bound to somebody else change nothing, and say so", async () => {
    const bea = await api.champion();
    const customer = api.externalId();
    await tellLead(await api.token(anna), customer);
    const replayed = await tellLead(await api.token(bea), customer, "Newsletter");
    expect(replayed.body).toMatchObject({ attributed: true, link: { id: anna.link.id } });
    const { body } = await api.get(`referrals?championId=${bea.champion.id}`);
    expect(body.data).toEqual([]);
  });
});

describe("a key of another house", () => {
  it("opens nothing: one of another world, one that was never made here, or one with another's secret", async () => {
    const other = await api.aKey(["track"]);
    const [mine, theirs] = [api.key.split("_"), other.split("_")];
    const mixed = [...mine.slice(0, 3), ...theirs.slice(3)].join("_");
    const unknown = `vouch_test_${newId("apk").slice(4)}_${"a".repeat(43)}`;
    for (const bearer of [api.key.replace("vouch_test_", "vouch_live_"), unknown, mixed]) {
      const { status, body } = await api.call("track/lead", { clickId: "", eventName: "Sign up", customerExternalId: "x" }, { bearer });
      expect([status, body.error.reason]).toEqual([401, "key_missing_or_unknown"]);
    }
  });
});
