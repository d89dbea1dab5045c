import { beforeAll, describe, expect, it } from "vitest";
import { ForbiddenError, NotFoundError } from "~/platform/errors";
import { aPerson, aSession, aStaffMember, anEmail } from "~/testing/builders/identity";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { addStaff } from "./add-staff.server";
import { changeStaff } from "./change-staff.server";
import { findDeskSession } from "./find-session.server";
import { listStaff } from "./list-staff.server";
import { makeOwner } from "./make-owner.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const add = (email: string, actorId: string | null) => addStaff({ email, locale: "en", roles: ["finance"], actorId }, test);
const member = async (personId: string) => (await listStaff(test)).find((one) => one.personId === personId);

describe("who is staff", () => {
  it("is added by an owner, once, and comes back after being disabled", async () => {
    const owner = await aStaffMember(test, { roles: ["owner"] });
    const email = anEmail();
    const added = await add(email, owner.id);
    expect(await member(added?.personId ?? "")).toMatchObject({ email, roles: ["finance"], disabledAt: null });
    expect(await add(email.toUpperCase(), owner.id)).toBeNull();
    await changeStaff({ personId: added?.personId ?? "", roles: null, actorId: owner.id }, test);
    expect(await add(email, owner.id)).toMatchObject({ personId: added?.personId });
    expect(await member(added?.personId ?? "")).toMatchObject({ disabledAt: null });
  });

  it("begins with an owner made on the server, who may be a member already", async () => {
    const email = anEmail();
    expect(await makeOwner({ email, firstName: "Olga" }, test)).toBe(true);
    expect(await makeOwner({ email }, test)).toBe(false);
    const { id, email: known } = await aStaffMember(test, { roles: ["finance"] });
    expect(await makeOwner({ email: known ?? "" }, test)).toBe(true);
    expect(await member(id)).toMatchObject({ roles: ["owner", "finance"] });
  });

  it("is decided by owners alone, by what they are at that moment", async () => {
    const approver = await aStaffMember(test, { roles: ["approver"] });
    const stranger = await aPerson(test);
    for (const actorId of [approver.id, stranger.id, "psn_none"]) {
      await expect(add(anEmail(), actorId)).rejects.toThrow(ForbiddenError);
      const change = changeStaff({ personId: approver.id, roles: ["owner"], actorId }, test);
      await expect(change).rejects.toThrow(ForbiddenError);
    }
  });

  it("changes from the next request on: roles, and no desk at all (I40)", async () => {
    const owner = await aStaffMember(test, { roles: ["owner"] });
    const { id: personId } = await aStaffMember(test, { roles: ["approver"] });
    const secret = await aSession(test, { personId, area: "desk", steppedUp: true });
    expect(await findDeskSession(secret, test)).toMatchObject({ roles: ["approver"] });
    await changeStaff({ personId, roles: ["marketer"], actorId: owner.id }, test);
    expect(await findDeskSession(secret, test)).toMatchObject({ roles: ["marketer"] });
    await changeStaff({ personId, roles: null, actorId: owner.id }, test);
    const seen = await Promise.all(Array.from({ length: 50 }, () => findDeskSession(secret, test)));
    expect(seen.every((one) => one === null)).toBe(true);
  });

  it("does not bring old sessions back when somebody is let in again", async () => {
    const owner = await aStaffMember(test, { roles: ["owner"] });
    const { id: personId } = await aStaffMember(test);
    const secret = await aSession(test, { personId, area: "desk" });
    await changeStaff({ personId, roles: null, actorId: owner.id }, test);
    await changeStaff({ personId, roles: ["approver"], actorId: owner.id }, test);
    expect(await findDeskSession(secret, test)).toBeNull();
  });

  it("says no such member for somebody else's id", async () => {
    const owner = await aStaffMember(test, { roles: ["owner"] });
    const { id: personId } = await aPerson(test);
    await expect(changeStaff({ personId, roles: ["owner"], actorId: owner.id }, test)).rejects.toThrow(NotFoundError);
  });

  it("leaves a trail of before and after, without addresses", async () => {
    const owner = await aStaffMember(test, { roles: ["owner"] });
    const email = anEmail();
    const personId = (await add(email, owner.id))?.personId ?? "";
    await changeStaff({ personId, roles: ["approver", "finance"], actorId: owner.id }, test);
    await changeStaff({ personId, roles: null, actorId: owner.id }, test);
    const { rows } = await test.db.pool.query(
      "select action, by, facts from audit_entry where object = $1 order by id",
      [personId],
    );
    expect(rows).toEqual([
      { action: "staff.added", by: `person:${owner.id}`, facts: { roles: ["finance"] } },
      {
        action: "staff.roles_changed",
        by: `person:${owner.id}`,
        facts: { before: ["finance"], after: ["approver", "finance"] },
      },
      { action: "staff.disabled", by: `person:${owner.id}`, facts: { before: ["approver", "finance"] } },
    ]);
    expect(JSON.stringify(rows)).not.toContain(email);
  });
});

describe("the last owner", () => {
  it("is never lost, also when two owners remove each other at the same moment", async () => {
    await test.db.pool.query("delete from staff_member");
    const [one, two] = [await aStaffMember(test, { roles: ["owner"] }), await aStaffMember(test, { roles: ["owner"] })];
    const results = await Promise.allSettled([
      changeStaff({ personId: two.id, roles: null, actorId: one.id }, test),
      changeStaff({ personId: one.id, roles: null, actorId: two.id }, test),
    ]);
    expect(results.filter((result) => result.status === "fulfilled" && result.value === null)).toHaveLength(1);
    const owners = (await listStaff(test)).filter((item) => !item.disabledAt && item.roles.includes("owner"));
    expect(owners).toHaveLength(1);
    const last = owners[0]?.personId ?? "";
    expect(await changeStaff({ personId: last, roles: ["finance"], actorId: last }, test)).toBe("last_owner");
    expect(await changeStaff({ personId: last, roles: null, actorId: null }, test)).toBe("last_owner");
  });
});
