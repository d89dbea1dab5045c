import { beforeAll, describe, expect, it } from "vitest";
import { confirmEmailChange } from "~/identity/confirm-email-change.server";
import { getEmailChange } from "~/identity/get-email-change.server";
import { getPerson } from "~/identity/get-person.server";
import { readBody, unseal } from "~/notices/sealed-mail.server";
import { TooManyRequestsError } from "~/platform/errors";
import { aPerson, anEmail } from "~/testing/builders/identity";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { applyEmailChange } from "./apply-email-change.server";
import { changeEmail } from "./change-email.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

async function mailsOf(personId: string) {
  const { rows } = await test.db.pool.query<{ template: string; purpose: string; subject_id: string; bytes_sealed: Buffer }>(
    "select template, purpose, subject_id, bytes_sealed from mail where person_id = $1 order by queued_at, purpose",
    [personId],
  );
  return rows.map((row) => ({ ...row, ...readBody(unseal(row.bytes_sealed).body) }));
}

const tokenIn = (text: string, kind: string) => new RegExp(`/email-change/${kind}/([\\w-]{43})`).exec(text)?.[1] ?? "";

describe("changing an address, as the mails tell it (F37)", () => {
  it("asks the new address, warns the old one, and tells when it happened", async () => {
    const { id: personId, email: old } = await aPerson(test);
    const newEmail = anEmail("new");
    const effectiveAt = await changeEmail({ personId, newEmail }, test);
    expect(effectiveAt).toEqual(new Date(test.clock.now().getTime() + 72 * 3_600_000));
    const [toNew, toOld] = await mailsOf(personId);
    expect([toNew?.to, toOld?.to]).toEqual([newEmail, old]);
    const confirmToken = tokenIn(toNew?.text ?? "", "confirm");
    const cancelToken = tokenIn(toOld?.text ?? "", "cancel");
    expect(toNew?.text).not.toContain(cancelToken);
    expect(toOld?.text).not.toContain(confirmToken);
    expect((await getEmailChange({ cancelToken }, test)).standing).toBe("unconfirmed");

    await confirmEmailChange(confirmToken, test);
    test.clock.advance({ hours: 72 });
    const job = { emailChangeId: toNew?.subject_id ?? "" };
    await Promise.all([applyEmailChange(job, test), applyEmailChange(job, test)]);
    expect((await getPerson(personId, test)).email).toBe(newEmail);
    const told = (await mailsOf(personId)).filter((mail) => mail.template === "email_changed");
    expect(told.map((mail) => mail.to)).toEqual([newEmail]);
  });

  it("says nothing when nothing changed", async () => {
    const { id: personId, email } = await aPerson(test);
    expect(await changeEmail({ personId, newEmail: email ?? "" }, test)).toBeNull();
    await applyEmailChange({ emailChangeId: "emc_none" }, test);
    expect(await mailsOf(personId)).toEqual([]);
  });

  it("may be asked five times an hour", async () => {
    const { id: personId } = await aPerson(test);
    for (let i = 0; i < 5; i++) await changeEmail({ personId, newEmail: anEmail() }, test);
    await expect(changeEmail({ personId, newEmail: anEmail() }, test)).rejects.toThrow(TooManyRequestsError);
  });
});
