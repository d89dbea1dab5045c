import { beforeAll, describe, expect, it, vi } from "vitest";
import { addStaff } from "~/identity/add-staff.server";
import { DEMO_PEOPLE } from "~/identity/demo-people";
import { demoSignIn, listDemoPeople } from "~/identity/demo-sign-in.server";
import { connectAs } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { aSession, aStaffMember, anEmail } from "~/testing/builders/identity";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { requireStaff } from "./actor.server";

// The environment is read once, when the first module loads.
vi.hoisted(() => {
  vi.stubEnv("STRIPE_API_BASE", "http://localhost:1");
  vi.stubEnv("RESEND_BASE_URL", "http://localhost:2");
});

let test: Pick<TestDatabase, "db"> & { clock: { now(): Date } };
beforeAll(async () => {
  const { db, urls } = await testDatabase();
  connectAs(urls.app, { poolSize: 3 });
  test = { db, clock: { now: () => new Date() } };
});

const desk = (secret: string) => new Request("http://localhost:3000/desk", { headers: { Cookie: `__Host-desk=${secret}` } });
const signIn = (key: string, previous: string | null = null) => demoSignIn({ key, previousSecret: () => previous }, test);

describe("while the sandbox runs", () => {
  it("one click signs in as the demo's people who exist, and as nobody else", async () => {
    expect(await listDemoPeople(test)).toEqual([]);
    await expect(signIn("owner")).rejects.toThrow(NotFoundError);
    const owner = DEMO_PEOPLE.find((person) => person.key === "owner");
    await addStaff({ email: owner?.email ?? "", locale: "en", roles: ["owner"], actorId: null }, test);
    expect((await listDemoPeople(test)).map((person) => person.key)).toEqual(["owner"]);
    const { area, secret } = await signIn("owner");
    expect(area).toBe("desk");
    expect(await requireStaff(desk(secret), "owner")).toMatchObject({ roles: ["owner"], steppedUp: true });
    await expect(signIn("psn_anybody")).rejects.toThrow(NotFoundError);
  });

  it("the next click ends the session before it", async () => {
    const { secret: before } = await signIn("owner");
    await signIn("owner", before);
    await expect(requireStaff(desk(before))).rejects.toBeInstanceOf(Response);
  });

  it("somebody without a factor comes in, and somebody with one proves it here too", async () => {
    const { id: personId } = await aStaffMember(test, { email: anEmail() });
    const secret = await aSession(test, { personId, area: "desk" });
    expect(await requireStaff(desk(secret))).toMatchObject({ steppedUp: true });
    await test.db.pool.query("insert into totp_factor (person_id, secret_sealed, created_at, confirmed_at) values ($1, '', now(), now())", [personId]);
    await expect(requireStaff(desk(secret))).rejects.toBeInstanceOf(Response);
  });
});
