import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApiKey } from "~/identity/create-api-key.server";
import { processClock } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { API_SCOPES } from "~/identity/api-key";
import { apiCalls, type ApiCalls } from "~/testing/api-calls";
import { apiWorld } from "~/testing/api-world";
import type { ExampleThings } from "./api-example";

let api: ApiCalls;
let real: ExampleThings;
beforeAll(async () => {
  api = await apiCalls();
  real = await apiWorld(api);
});
beforeEach(() => api.takeNewKey());

const keyOf = async (personId: string) =>
  (await createApiKey({ name: "own", scopes: [...API_SCOPES], by: `person:${personId}` }, { db: api.db, clock: processClock() })).key;

/** A sale through somebody's link, and the reward that waits for it. */
async function aWaitingReward() {
  const who = await api.champion();
  const invoiceId = `INV-${api.externalId()}`;
  await api.call("track/sale", { customerExternalId: api.externalId(), amount: 8_000, invoiceId, clickId: await api.token(who) });
  const { body } = await api.get(`rewards?championId=${who.champion.id}`);
  return { who, reward: body.data[0] as { id: string; version: number } };
}

const decide = (what: "approve" | "refuse", items: unknown, bearer = api.key) =>
  api.call(`rewards/${what}`, { items, ...(what === "refuse" && { clauseNumber: 1, note: "It was your own order." }) }, { bearer });

describe("lists (P8)", () => {
  it("go on where they stopped, while new rows come in front", async () => {
    const all = async () => {
      const { body } = await api.get("conversions?limit=100");
      return (body.data as { id: string }[]).map(({ id }) => id);
    };
    const before = await all();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await api.get(`conversions?limit=1${cursor ? `&cursor=${cursor}` : ""}`);
      seen.push(...(body.data as { id: string }[]).map(({ id }) => id));
      cursor = body.nextCursor;
      await api.call("track/sale", { customerExternalId: api.externalId(), amount: 100 });
    } while (cursor);
    expect(seen).toEqual(before);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect((await all()).length).toBe(before.length + seen.length);
  });

  it.each([
    "limit=0", "limit=101", "limit=1.5", "limit=", "limit=-1", "limit=5&limit=6", "cursor=x", "cursor=", `cursor=${"a".repeat(80)}`,
    "status=", "status=gone", "programId=1", "programId=prg_'%20or%201=1", "page=2", "__proto__=1", "status[]=active",
  ])("refuse a strange ?%s", async (search) => {
    expect((await api.get(`champions?${search}`)).status).toBe(422);
  });

  it("narrow by what is asked", async () => {
    const { body } = await api.get(`rewards?championId=${real.championId}&status=pending`);
    expect(body.data).toHaveLength(3);
    expect((await api.get(`rewards?championId=${newId("chp")}`)).body).toEqual({ data: [], nextCursor: null });
    const customerExternalId = api.externalId();
    const clickId = await api.token(await api.champion());
    await api.call("track/lead", { clickId, eventName: "Sign up", customerExternalId });
    const { data: [lead] } = (await api.get("conversions?type=lead&limit=1")).body;
    expect(lead).toMatchObject({ type: "lead", customerExternalId, eventName: "Sign up", attributed: true, reasons: [], invoiceId: null, amount: null, currency: null });
    expect((await api.get(`conversions/${lead.id}`)).body.trace.at(-1)).toMatchObject({ check: "which_touch", outcome: "pass" });
    expect((await api.get("conversions?type=sale&limit=100")).body.data.every(({ type }: { type: string }) => type === "sale")).toBe(true);
    expect((await api.get("conversions?attributed=false")).body.data.every((row: { attributed: boolean }) => !row.attributed)).toBe(true);
  });
});

describe("what is not there (8.2.2)", () => {
  it.each(["champions", "links", "referrals", "conversions", "rewards"])("%s: 404, whatever the id", async (path) => {
    const prefix = { champions: "chp", links: "lnk", referrals: "ref", conversions: "cnv", rewards: "rwd" }[path] as "chp";
    for (const id of [newId(prefix), `${prefix}_1`, "x", "%00", "..%2f..", "%F0%9F%92%A9", newId("psn")]) {
      const { status, body } = await api.get(`${path}/${id}`);
      expect([id, status, body.error.reason]).toEqual([id, 404, "not_found"]);
    }
  });

  it("a code that nobody has", async () => {
    for (const code of ["NOBODY-HAS", "%20", "é", "x".repeat(80)]) expect((await api.get(`codes/${code}`)).status).toBe(404);
  });
});

describe("codes (P11)", () => {
  it("are found in any spelling, and say why they are good for nothing", async () => {
    const { body } = await api.get(`codes/${real.code.toLowerCase()}`);
    expect(body).toMatchObject({ code: real.code, valid: true, reasons: [], championId: real.championId });
    const who = await api.champion();
    await api.db.pool.query("update champion set status = 'blocked' where id = $1", [who.champion.id]);
    expect((await api.get(`codes/${who.code}`)).body).toMatchObject({ valid: false, reasons: ["champion_not_valid"] });
  });
});

describe("links and invitations (P7)", () => {
  it("a link of a label is made once, also twenty times at once", async () => {
    const who = await api.champion();
    const told = { championId: who.champion.id, label: "Newsletter" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.call("links", told)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await api.call("links", { ...told, code: "ANOTHER-ONE" })).body.error).toMatchObject({ reason: "idempotency_conflict", fields: [{ field: "code" }] });
  });

  it("is put away, stays in the list, and the main one stays in use", async () => {
    const change = (id: string, body: unknown) => api.call(`links/${id}`, body, { method: "PATCH" });
    const away = await change(real.otherLinkId, { retired: true });
    expect(away.body.retiredAt).toEqual(expect.any(String));
    expect((await change(real.otherLinkId, { retired: true })).body).toEqual(away.body);
    expect((await change(real.linkId, { retired: true })).body.error.reason).toBe("main_link");
    expect((await change(real.otherLinkId, { code: "FOR-THE-WINDOW" })).body.error.reason).toBe("not_main_link");
    expect((await change(real.linkId, {})).status).toBe(422);
  });

  it("an invitation by its reference is told again, letter for letter, to the key that made it", async () => {
    const told = { programId: api.program.id, reference: "42", label: "Third order" };
    const first = await api.call("invitations", told);
    const again = await api.call("invitations", told);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual({ ...first.body, duplicate: true });
    expect((await api.call("invitations", { ...told, maxUses: 2 })).body.error).toMatchObject({ reason: "idempotency_conflict", fields: [{ field: "maxUses" }] });
    const other = await api.call("invitations", told, { bearer: await api.aKey(["write"]) });
    expect(other.body.url).not.toBe(first.body.url);
    const { rows } = await api.db.pool.query("select to_jsonb(i) as row from invitation i");
    expect(JSON.stringify(rows)).not.toContain(new URL(first.body.url).searchParams.get("invite"));
  });
});

describe("decisions by key (W19, W15, I38)", () => {
  it("each by itself: what changed, is decided or is not there is told, and stops no other", async () => {
    const [one, two] = [await aWaitingReward(), await aWaitingReward()];
    const missing = newId("rwd");
    const { body } = await decide("approve", [
      { id: one.reward.id, version: one.reward.version },
      { id: missing, version: 1 },
      { id: two.reward.id, version: two.reward.version + 1 },
    ]);
    expect(body.results).toEqual([
      { id: one.reward.id, outcome: "approved", version: one.reward.version + 1, reason: null },
      { id: missing, outcome: "not_done", version: null, reason: "not_found" },
      { id: two.reward.id, outcome: "not_done", version: null, reason: "reward_changed" },
    ]);
    const again = await decide("approve", [{ id: one.reward.id, version: one.reward.version + 1 }]);
    expect(again.body.results[0]).toMatchObject({ outcome: "not_done", reason: "reward_step_refused" });
    const history = (await api.get(`rewards/${one.reward.id}`)).body.history as { kind: string; by: string }[];
    expect(history.at(-1)).toMatchObject({ kind: "approve_reward", by: expect.stringMatching(/^api:apk_/) });
  });

  it("twenty keys at once approve it once", async () => {
    const { reward } = await aWaitingReward();
    const answers = await Promise.all(Array.from({ length: 20 }, () => decide("approve", [{ id: reward.id, version: reward.version }])));
    expect(answers.filter(({ body }) => body.results[0].outcome === "approved")).toHaveLength(1);
  });

  it("never by a key of whoever would be thanked", async () => {
    const { who, reward } = await aWaitingReward();
    const own = await keyOf(who.person.id);
    for (const what of ["approve", "refuse"] as const) {
      const { body } = await decide(what, [{ id: reward.id, version: reward.version }], own);
      expect(body.results).toEqual([{ id: reward.id, outcome: "not_done", version: null, reason: "forbidden" }]);
    }
  });

  it("never both of two approvals by one person and their keys (W12)", async () => {
    const { reward } = await aWaitingReward();
    await api.db.pool.query("update reward set approvals_needed = 2 where id = $1", [reward.id]);
    const outcome = async (bearer: string, version: number) => (await decide("approve", [{ id: reward.id, version }], bearer)).body.results[0];
    expect(await outcome(api.key, reward.version)).toMatchObject({ outcome: "first_of_two", version: reward.version + 1 });
    expect(await outcome(await api.aKey(["decide"]), reward.version + 1)).toMatchObject({ reason: "second_admin_needed" });
    const other = await api.champion();
    expect(await outcome(await keyOf(other.person.id), reward.version + 1)).toMatchObject({ outcome: "approved" });
  });

  it("at most a hundred, none twice", async () => {
    const { reward } = await aWaitingReward();
    const item = { id: reward.id, version: reward.version };
    expect((await decide("approve", Array.from({ length: 101 }, () => ({ id: newId("rwd"), version: 1 })))).status).toBe(422);
    expect((await decide("approve", [item, item])).status).toBe(422);
    expect((await decide("approve", [])).status).toBe(422);
    const hundred = await decide("approve", Array.from({ length: 100 }, () => ({ id: newId("rwd"), version: 1 })));
    expect([hundred.status, hundred.body.results.length]).toEqual([200, 100]);
  });
});

describe("whom it names (P9, I36)", () => {
  it("no answer holds a friend's address, name or anything they typed", async () => {
    const who = await api.champion();
    const friend = { customerExternalId: "friend-77", customerEmail: "joost.secret@friend.test", customerName: "Joost Secret" };
    await api.call("track/lead", { ...friend, clickId: await api.token(who), eventName: "Sign up" });
    await api.call("track/sale", { ...friend, amount: 8_000, invoiceId: "INV-77" });
    const paths = ["champions", "links", "referrals", "conversions", "rewards", "ledger-entries", "programs", "reports/overview"];
    const answers = await Promise.all(paths.map((path) => api.get(path === "programs" || path.startsWith("reports") ? path : `${path}?limit=100`)));
    const { body: referrals } = await api.get(`referrals?championId=${who.champion.id}`);
    const { body: conversions } = await api.get(`conversions?championId=${who.champion.id}`);
    const trace = await api.get(`conversions/${conversions.data[0].id}`);
    expect(referrals.data[0].customer).toMatchObject({ externalId: "friend-77", email: null, name: null });
    expect(JSON.stringify([...answers, trace].map(({ body }) => body))).not.toMatch(/secret|joost|@/i);
    const { rows } = await api.db.pool.query("select email_hash from customer where external_id = 'friend-77'");
    expect(JSON.stringify([...answers, trace].map(({ body }) => body))).not.toContain(rows[0].email_hash);
  });
});
