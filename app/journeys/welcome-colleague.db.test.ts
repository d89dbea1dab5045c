import { beforeAll, describe, expect, it } from "vitest";
import { changeStaff } from "~/identity/change-staff.server";
import { ForbiddenError } from "~/platform/errors";
import { aStaffMember, anEmail } from "~/testing/builders/identity";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { welcomeColleague } from "./welcome-colleague.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

async function welcomesTo(personId: string | null) {
  const query = "select template, kind, locale, status from mail where person_id = $1";
  return (await test.db.pool.query(query, [personId])).rows as object[];
}

describe("a colleague who is added", () => {
  it("gets one mail in their own language, and another when they come back", async () => {
    const { id: actorId } = await aStaffMember(test, { roles: ["owner"] });
    const colleague = { email: anEmail(), locale: "nl" as const, roles: ["finance" as const], actorId };
    const personId = await welcomeColleague(colleague, test);
    const welcome = { template: "staff_welcome", kind: "staff", locale: "nl", status: "queued" };
    expect(await welcomesTo(personId)).toEqual([welcome]);
    expect(await welcomeColleague(colleague, test)).toBeNull();
    expect(await welcomesTo(personId)).toHaveLength(1);
    await changeStaff({ personId: personId ?? "", roles: null, actorId }, test);
    expect(await welcomeColleague(colleague, test)).toBe(personId);
    expect(await welcomesTo(personId)).toHaveLength(2);
  });

  it("is added by an owner alone, and nobody is mailed otherwise", async () => {
    const { id: actorId } = await aStaffMember(test, { roles: ["approver"] });
    const wish = welcomeColleague({ email: anEmail(), locale: "en", roles: ["owner"], actorId }, test);
    await expect(wish).rejects.toThrow(ForbiddenError);
    const { rows } = await test.db.pool.query("select 1 from mail where template = 'staff_welcome' and locale = 'en'");
    expect(rows).toEqual([]);
  });
});
