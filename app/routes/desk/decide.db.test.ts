import { beforeAll, describe, expect, it } from "vitest";
import type { StaffRole } from "~/identity/staff";
import { connectAs } from "~/platform/deps.server";
import { signDecisionToken } from "~/rewards/decision-token.server";
import { aSession, aStaffMember } from "~/testing/builders/identity";
import { aReward, aRewardedChampion } from "~/testing/builders/rewards";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { action, loader } from "./decide";

let test: Pick<TestDatabase, "db"> & { clock: { now(): Date } };
beforeAll(async () => {
  const { db, urls } = await testDatabase();
  // What a request meets is the process's own database and real time.
  connectAs(urls.app, { poolSize: 4 });
  test = { db, clock: { now: () => new Date() } };
});

const DAY_MS = 86_400_000;

/** Somebody of the staff with a factor proven in this browser. */
async function staff(roles: StaffRole[]) {
  const { id: personId } = await aStaffMember(test, { roles });
  await test.db.transaction("a-passkey", (tx) =>
    tx.passkey.create({
      data: {
        id: `pky_${personId}`, personId, credentialId: personId, publicKey: new Uint8Array(1), counter: 0n, transports: [], label: "Laptop",
        createdAt: test.clock.now(),
      },
    }),
  );
  return { personId, cookie: `__Host-desk=${await aSession(test, { personId, area: "desk", steppedUp: true })}` };
}

/** A reward that waits for a person, with its link for somebody. */
async function mailed(to: string, expiresInMs = DAY_MS) {
  const reward = await aReward(test, await aRewardedChampion(test), { trust: { outcome: "flag", reason: "in_review" } });
  const token = signDecisionToken({ rewardId: reward.id, personId: to, expiresAt: new Date(Date.now() + expiresInMs) });
  const statusNow = async () => (await test.db.transaction("read", (tx) => tx.reward.findUniqueOrThrow({ where: { id: reward.id } }))).status;
  return { reward, token, statusNow };
}

const call = <Answer>(
  route: (args: { request: Request; params: { token: string }; context: never }) => Promise<Answer>,
  token: string,
  { cookie = "", form }: { cookie?: string; form?: Record<string, string> } = {},
) => {
  const request = new Request(`http://localhost:3000/desk/decide/${token}`, {
    method: form ? "POST" : "GET", headers: { Cookie: cookie }, ...(form && { body: new URLSearchParams(form) }),
  });
  return route({ request, params: { token }, context: undefined as never });
};
const look = async (token: string, cookie = "") => {
  const { data, init } = await call(loader, token, { cookie });
  return { ...data, status: init?.status };
};
/** Where the button leads; the thrown answers of a missing sign-in too. */
const press = async (token: string, version: number, cookie = "") => {
  const answer: unknown = await call(action, token, { cookie, form: { version: String(version) } }).catch((error: unknown) => error);
  if (answer instanceof Response) return answer.headers.get("Location");
  if (answer instanceof Error) return answer;
  return answer as { data: { formErrors: { key: string }[] } };
};

describe("the page behind the link of a daily mail", () => {
  it("shows the effect to whoever holds it, and tells nobody's browser more than that", async () => {
    const reader = await staff(["approver"]);
    const { token, reward, statusNow } = await mailed(reader.personId);
    const shown = await look(token);
    expect(shown).toMatchObject({ status: 200, state: "open", reader: "unknown", rewardId: reward.id });
    expect(Object.keys(shown).sort()).toEqual(["amountMinor", "currency", "effect", "name", "reader", "rewardId", "side", "state", "status", "version", "zone"]);
    expect(await look(token, reader.cookie)).toMatchObject({ reader: "theirs" });
    expect(await statusNow()).toBe("pending");
  });

  it("approves for its signed-in reader alone: a browser without a session is asked to sign in and comes back", async () => {
    const [reader, colleague] = [await staff(["approver"]), await staff(["owner"])];
    const { token, reward, statusNow } = await mailed(reader.personId);
    expect(await press(token, reward.version)).toBe(`/desk/sign-in?to=${encodeURIComponent(`/desk/decide/${token}`)}`);
    expect(await press(token, reward.version, colleague.cookie)).toMatchObject({ status: 403 });
    expect(await look(token, colleague.cookie)).toMatchObject({ reader: "another" });
    expect(await statusNow()).toBe("pending");
    expect(await press(token, reward.version, reader.cookie)).toBe(`/desk/decide/${token}?approved`);
    expect(await statusNow()).toBe("approved");
  });

  it("is of no use to somebody who may not approve any more", async () => {
    const reader = await staff(["finance"]);
    const { token, reward, statusNow } = await mailed(reader.personId);
    expect(await press(token, reward.version, reader.cookie)).toMatchObject({ status: 403 });
    expect(await statusNow()).toBe("pending");
  });

  it("does it once, however often and at once the button is pressed, and says so the other times", async () => {
    const reader = await staff(["approver"]);
    const { token, reward } = await mailed(reader.personId);
    const answers = await Promise.all(Array.from({ length: 5 }, () => press(token, reward.version, reader.cookie)));
    expect(answers.filter((answer) => typeof answer === "string")).toHaveLength(1);
    expect(answers.filter((answer) => typeof answer === "object")).toMatchObject(
      Array.from({ length: 4 }, () => ({ data: { formErrors: [{ key: "decideLink.changed" }] } })),
    );
    const { rows } = await test.db.pool.query("select 1 from audit_entry where object = $1 and action = 'reward.approved'", [reward.id]);
    expect(rows).toHaveLength(1);
    expect(await look(token, reader.cookie)).toMatchObject({ state: "decided", effect: null });
  });

  it("ends after its days, and is nothing when a sign of it was changed", async () => {
    const reader = await staff(["approver"]);
    const { token, reward, statusNow } = await mailed(reader.personId, -1);
    expect(await look(token)).toMatchObject({ status: 410, state: "expired", effect: null });
    expect(await press(token, reward.version, reader.cookie)).toBe(`/desk/decide/${token}`);
    const forged = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    await expect(look(forged)).rejects.toMatchObject({ status: 404 });
    expect(await press(forged, reward.version, reader.cookie)).toMatchObject({ status: 404 });
    expect(await statusNow()).toBe("pending");
  });
});
