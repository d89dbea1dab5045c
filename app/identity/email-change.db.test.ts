import { beforeAll, describe, expect, it } from "vitest";
import { NotFoundError } from "~/platform/errors";
import { aPerson, aSession, anEmail } from "~/testing/builders/identity";
import { withClient } from "../../scripts/database-cluster";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { cancelEmailChange } from "./cancel-email-change.server";
import { confirmEmailChange } from "./confirm-email-change.server";
import { findOrCreatePerson } from "./find-or-create-person.server";
import { findPortalSession } from "./find-session.server";
import { finishEmailChange } from "./finish-email-change.server";
import { findPendingEmailChange, getEmailChange } from "./get-email-change.server";
import { getPerson } from "./get-person.server";
import { proposeEmailChange } from "./propose-email-change.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

async function asked(newEmail = anEmail("new")) {
  const person = await aPerson(test);
  const change = await proposeEmailChange({ personId: person.id, newEmail }, test);
  if (!change) throw new Error("refused");
  const email = async () => (await getPerson(person.id, test)).email;
  return { ...change, personId: person.id, oldEmail: person.email, newEmail, email };
}

const auditOf = async (personId: string) => {
  const { rows } = await test.db.pool.query("select action from audit_entry where object = $1 order by id", [personId]);
  return rows.map((row) => row.action);
};

describe("changing an address (R14)", () => {
  it("takes effect 72 hours after it was asked, once confirmed, and not a second earlier", async () => {
    const { changeId, confirmToken, personId, oldEmail, newEmail, email } = await asked();
    expect((await confirmEmailChange(confirmToken, test)).standing).toBe("confirmed");
    expect((await confirmEmailChange(confirmToken, test)).standing).toBe("confirmed");
    test.clock.advance({ hours: 71, minutes: 59, seconds: 59 });
    expect(await finishEmailChange(changeId, test)).toBeNull();
    expect(await email()).toBe(oldEmail);
    test.clock.advance({ seconds: 1 });
    expect(await finishEmailChange(changeId, test)).toEqual({ personId });
    expect(await email()).toBe(newEmail);
    expect(await finishEmailChange(changeId, test)).toBeNull();
    expect(await auditOf(personId)).toEqual([
      "email_change.requested",
      "email_change.confirmed",
      "email_change.applied",
    ]);
  });

  it("adds the job that will do it", async () => {
    const { changeId } = await asked();
    const waiting = await withClient(test.urls.worker, async (client) => {
      const { rows } = await client.query("select payload, run_at from graphile_worker._private_jobs");
      return rows.find((row) => row.payload.emailChangeId === changeId);
    });
    expect((waiting.run_at.getTime() - Date.now()) / 3_600_000).toBeCloseTo(72, 1);
  });

  it("does not happen unconfirmed, nor confirmed too late", async () => {
    const { changeId, confirmToken, oldEmail, email } = await asked();
    test.clock.advance({ hours: 72 });
    expect(await finishEmailChange(changeId, test)).toBeNull();
    expect((await confirmEmailChange(confirmToken, test)).standing).toBe("expired");
    expect(await finishEmailChange(changeId, test)).toBeNull();
    expect(await email()).toBe(oldEmail);
  });

  it("is stopped from the old mailbox, which signs everybody out", async () => {
    const { changeId, confirmToken, cancelToken, personId, oldEmail, email } = await asked();
    const thief = await aSession(test, { personId, area: "portal" });
    await confirmEmailChange(confirmToken, test);
    expect(await cancelEmailChange({ token: cancelToken }, test)).toBe("cancelled");
    expect(await cancelEmailChange({ token: cancelToken }, test)).toBe("cancelled");
    test.clock.advance({ hours: 72 });
    expect(await finishEmailChange(changeId, test)).toBeNull();
    expect(await email()).toBe(oldEmail);
    expect(await findPortalSession(thief, test)).toBeNull();
    const { rows } = await test.db.pool.query("select new_email from email_change where id = $1", [changeId]);
    expect(rows).toEqual([{ new_email: "" }]);
  });

  it("is stopped by the person too, who stays signed in", async () => {
    const { personId } = await asked();
    const own = await aSession(test, { personId, area: "portal" });
    expect(await cancelEmailChange({ personId }, test)).toBe("cancelled");
    expect(await findPendingEmailChange(personId, test)).toBeNull();
    expect(await findPortalSession(own, test)).not.toBeNull();
    await expect(cancelEmailChange({ personId }, test)).rejects.toThrow(NotFoundError);
  });

  it("gives way to a later wish", async () => {
    const first = await asked();
    const newEmail = anEmail("later");
    await proposeEmailChange({ personId: first.personId, newEmail }, test);
    expect((await confirmEmailChange(first.confirmToken, test)).standing).toBe("cancelled");
    expect(await findPendingEmailChange(first.personId, test)).toMatchObject({ newEmail, standing: "unconfirmed" });
  });

  it("is nothing when it is the same mailbox", async () => {
    const { id: personId, email } = await aPerson(test);
    const newEmail = (email ?? "").toUpperCase().replace("@", "+tag@");
    expect(await proposeEmailChange({ personId, newEmail }, test)).toBeNull();
  });

  it("never takes an address that has an account, whether before the wish or during the wait", async () => {
    const owner = await aPerson(test);
    const wanted = await asked(owner.email ?? "");
    expect((await confirmEmailChange(wanted.confirmToken, test)).standing).toBe("taken");

    const { changeId, confirmToken, newEmail, oldEmail, email } = await asked();
    await confirmEmailChange(confirmToken, test);
    await aPerson(test, { email: newEmail });
    test.clock.advance({ hours: 72 });
    expect(await finishEmailChange(changeId, test)).toBeNull();
    expect(await email()).toBe(oldEmail);
  });

  it("is not stopped by a stranger who merely typed the address into the sign-in form", async () => {
    const { changeId, confirmToken, newEmail, email } = await asked();
    await confirmEmailChange(confirmToken, test);
    test.clock.advance({ hours: 72 });
    const asker = await findOrCreatePerson({ email: newEmail, locale: "en", onlyAsked: true }, test);
    expect(await finishEmailChange(changeId, test)).not.toBeNull();
    expect(await email()).toBe(newEmail);
    await expect(getPerson(asker.id, test)).rejects.toThrow(NotFoundError);
  });

  it("knows its links apart and no others", async () => {
    const { confirmToken, cancelToken, newEmail } = await asked();
    expect(await getEmailChange({ confirmToken }, test)).toMatchObject({ newEmail, standing: "unconfirmed" });
    expect(await getEmailChange({ cancelToken }, test)).toMatchObject({ newEmail });
    await expect(confirmEmailChange(cancelToken, test)).rejects.toThrow(NotFoundError);
    await expect(cancelEmailChange({ token: confirmToken }, test)).rejects.toThrow(NotFoundError);
    await expect(getEmailChange({ confirmToken: "made-up" }, test)).rejects.toThrow(NotFoundError);
  });

  it("happens or is stopped, never both, when both come at the same moment", async () => {
    for (let i = 0; i < 10; i++) {
      const { changeId, confirmToken, cancelToken, oldEmail, newEmail, email } = await asked();
      await confirmEmailChange(confirmToken, test);
      test.clock.advance({ hours: 72 });
      const [applied, cancelled] = await Promise.all([
        finishEmailChange(changeId, test),
        cancelEmailChange({ token: cancelToken }, test),
      ]);
      expect(cancelled).toBe(applied ? "applied" : "cancelled");
      expect(await email()).toBe(applied ? newEmail : oldEmail);
    }
  });
});
