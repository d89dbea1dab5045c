import { beforeAll, describe, expect, it } from "vitest";
import { demoSignIn, listDemoPeople } from "~/identity/demo-sign-in.server";
import type { StaffRole } from "~/identity/staff";
import { connectAs } from "~/platform/deps.server";
import { ForbiddenError, NotFoundError } from "~/platform/errors";
import { aChampion } from "~/testing/builders/champions";
import { aPerson, aSession, aStaffMember } from "~/testing/builders/identity";
import { aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { findChampion, requireChampion, requireFreshProof, requirePerson, requireStaff } from "./actor.server";

let test: Pick<TestDatabase, "db"> & { clock: { now(): Date } };
beforeAll(async () => {
  const { db, urls } = await testDatabase();
  // What a request meets is the process's own database and real time.
  connectAs(urls.app, { poolSize: 3 });
  test = { db, clock: { now: () => new Date() } };
});

const request = (path: string, cookie = "", method = "GET") =>
  new Request(`http://localhost:3000${path}`, { method, headers: { Cookie: cookie } });

/** Where somebody is sent instead. */
async function sentTo(asking: Promise<unknown>): Promise<string | null> {
  const thrown: unknown = await asking.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof Response) return thrown.headers.get("Location");
  if (thrown) throw thrown;
  return null;
}

const portal = async (personId: string) => `other=1; __Host-sid=${await aSession(test, { personId, area: "portal" })}`;

async function staff(roles: StaffRole[], { proven = true, factor = true } = {}) {
  const { id: personId } = await aStaffMember(test, { roles });
  if (factor) {
    await test.db.transaction("a-passkey", (tx) =>
      tx.passkey.create({
        data: {
          id: `pky_${personId}`, personId, credentialId: personId, publicKey: new Uint8Array(1), counter: 0n,
          transports: [], label: "Laptop", createdAt: test.clock.now(),
        },
      }),
    );
  }
  return `__Host-desk=${await aSession(test, { personId, area: "desk", steppedUp: proven })}`;
}

describe("a person at the portal", () => {
  it("is sent to the sign-in with the way back, whatever the cookie holds", async () => {
    const to = "/sign-in?to=%2Fportal%2Faccount%3Fa%3D1";
    expect(await sentTo(requirePerson(request("/portal/account?a=1")))).toBe(to);
    expect(await sentTo(requirePerson(request("/portal/account.data?a=1", "__Host-sid=made-up")))).toBe(to);
    expect(await sentTo(requirePerson(request("/portal/account?a=1", "__Host-sid=")))).toBe(to);
    expect(await sentTo(requirePerson(request("/portal/account?a=1", await staff(["owner"]))))).toBe(to);
  });

  it("is known by the session", async () => {
    const { id: personId } = await aPerson(test, { locale: "nl" });
    expect(await requirePerson(request("/portal", await portal(personId)))).toEqual({ personId, locale: "nl" });
  });
});

describe("a champion of a program", () => {
  it("comes in when the membership is open, and is told on the join page when it is not", async () => {
    const { id: programId, slug } = await aProgram(test.db);
    const join = `/portal/${slug}/join`;
    for (const [status, comesIn] of [["active", true], ["paused", true], ["applied", false], ["left", false]] as const) {
      const { id: personId } = await aPerson(test);
      const champion = await aChampion(test.db, { personId, programId, status });
      const cookie = await portal(personId);
      expect(await findChampion(request("/x", cookie), slug)).toMatchObject({ championId: champion.id, status });
      expect(await sentTo(requireChampion(request("/x", cookie), slug))).toBe(comesIn ? null : join);
    }
  });

  it("is nobody without a membership: sent to join, and a write finds nothing", async () => {
    const { slug } = await aProgram(test.db);
    const { id: personId } = await aPerson(test);
    const cookie = await portal(personId);
    expect(await findChampion(request("/x", cookie), slug)).toBeNull();
    expect(await sentTo(requireChampion(request("/x", cookie), slug))).toBe(`/portal/${slug}/join`);
    await expect(requireChampion(request("/x", cookie, "POST"), slug)).rejects.toThrow(NotFoundError);
    await expect(requireChampion(request("/x", cookie), "no-such-program")).rejects.toThrow(NotFoundError);
    expect(await sentTo(requireChampion(request("/portal/x"), slug))).toBe("/sign-in?to=%2Fportal%2Fx");
  });
});

describe("a member of staff", () => {
  it("needs a session, then a factor, then its proof", async () => {
    const page = request.bind(null, "/desk/queue");
    expect(await sentTo(requireStaff(page()))).toBe("/desk/sign-in?to=%2Fdesk%2Fqueue");
    const newcomer = await staff(["owner"], { proven: false, factor: false });
    expect(await sentTo(requireStaff(page(newcomer)))).toBe("/desk/sign-in/set-up?to=%2Fdesk%2Fqueue");
    const unproven = await staff(["owner"], { proven: false });
    expect(await sentTo(requireStaff(page(unproven)))).toBe("/desk/sign-in/factor?to=%2Fdesk%2Fqueue");
    expect(await requireStaff(page(await staff(["owner"])))).toMatchObject({ roles: ["owner"], steppedUp: true });
  });

  it("comes to what one of the roles opens, and to nothing else", async () => {
    const marketer = request("/desk/queue", await staff(["marketer"]));
    await expect(requireStaff(marketer, "owner", "approver")).rejects.toThrow(ForbiddenError);
    expect(await requireStaff(marketer, "owner", "marketer")).toMatchObject({ roles: ["marketer"] });
    expect(await requireStaff(marketer)).toMatchObject({ displayName: "Sam" });
  });

  it("is asked again before a sensitive act", async () => {
    const page = request("/desk/settings/keys");
    const actor = { personId: "psn_x", locale: "en", roles: [], displayName: "Sam" } as const;
    const ask = (steppedUp: boolean) => sentTo(Promise.resolve().then(() => requireFreshProof(page, { ...actor, roles: [], steppedUp })));
    expect(await ask(false)).toBe("/desk/sign-in/factor?to=%2Fdesk%2Fsettings%2Fkeys");
    expect(await ask(true)).toBeNull();
  });
});

describe("the demo's one-click sign-ins", () => {
  it("do not exist where no sandbox runs", async () => {
    await expect(listDemoPeople(test)).rejects.toThrow(NotFoundError);
    await expect(demoSignIn({ key: "owner", previousSecret: () => null }, test)).rejects.toThrow(NotFoundError);
  });
});
