import { beforeAll, describe, expect, it } from "vitest";
import { createInvitation } from "~/champions/create-invitation.server";
import { emailHashOf } from "~/identity/email-hash.server";
import { newId } from "~/platform/ids";
import type { JoinPolicy } from "~/programs/program";
import { publishTerms } from "~/programs/publish-terms.server";
import { setProgramStatus } from "~/programs/set-program-status.server";
import { aPerson } from "~/testing/builders/identity";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { applyToProgram } from "./apply-to-program.server";
import { decideApplication } from "./decide-application.server";
import { joinProgram } from "./join-program.server";
import { leaveProgram } from "./leave-program.server";
import { renameCode } from "./rename-code.server";
import { showJoin } from "./show-join.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
});

let n = 0;
async function aNewcomer(joinPolicy: JoinPolicy = "open") {
  const program = await aProgram(test.db, { joinPolicy });
  const person = await aPerson(test, { firstName: "Zoë" });
  const entry = {
    personId: person.id, slug: program.slug, termsVersionId: program.terms.id, displayName: "Zoë", code: `ZOE-${200 + ++n}`,
    invitation: null,
  };
  const door = async (invitation: string | null = null) => (await showJoin({ ...entry, invitation }, test)).door;
  return { program, person, entry, door };
}

async function rows<Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> {
  return (await test.db.pool.query<Row>(sql, values)).rows;
}
const mailsTo = async (personId: string) =>
  (await rows<{ template: string }>("select template from mail where person_id = $1 order by queued_at, template", personId)).map(
    (row) => row.template,
  );

describe("joining an open program", () => {
  it("makes champion, accepted terms, main link, code, welcome mail and the code's job, or nothing at all", async () => {
    const { entry, person, program } = await aNewcomer();
    const { championId, code } = await joinProgram(entry, test);
    expect(code).toBe(entry.code);
    const [accepted] = await rows("select terms_version_id from terms_acceptance where champion_id = $1", championId);
    expect(accepted).toEqual({ terms_version_id: program.terms.id });
    expect(await mailsTo(person.id)).toEqual(["welcome"]);
    const [link] = await rows<{ id: string }>("select id from link where champion_id = $1 and is_main", championId);

    const second = await aNewcomer();
    const taken = { ...second.entry, code: entry.code };
    await expect(joinProgram(taken, test)).rejects.toMatchObject({ code: "code_taken" });
    expect(await rows("select 1 from champion where person_id = $1", second.person.id)).toEqual([]);
    expect(link).toBeDefined();
  });

  it("takes one of two people who want the same code, and tells the other", async () => {
    const [first, second] = [await aNewcomer(), await aNewcomer()];
    const both = [first, second].map(({ entry }) => joinProgram({ ...entry, code: "SAME-CODE" }, test));
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("does not accept terms that are no longer in force", async () => {
    const { entry, program } = await aNewcomer();
    const clauses = program.terms.clauses.map((clause, i) => (i === 0 ? { ...clause, title: { en: "New", nl: "Nieuw" } } : clause));
    await publishTerms({ programId: program.id, clauses, after: program.terms.number, by: "system" }, test);
    await expect(joinProgram(entry, test)).rejects.toMatchObject({ code: "terms_changed" });
  });

  it("is closed while the program rests", async () => {
    const { entry, program, door } = await aNewcomer();
    await setProgramStatus({ programId: program.id, to: "paused" }, test);
    expect(await door()).toBe("closed");
    await expect(joinProgram(entry, test)).rejects.toMatchObject({ code: "door_closed" });
  });

  it("takes back who left, with the link and the codes they had", async () => {
    const { entry, door } = await aNewcomer();
    const { championId } = await joinProgram(entry, test);
    expect(await door()).toBe("member");
    await leaveProgram({ championId }, test);
    await leaveProgram({ championId }, test);
    expect(await rows("select 1 from audit_entry where action = 'champion.left' and object = $1", championId)).toHaveLength(1);
    expect(await door()).toBe("join");
    test.clock.advance({ minutes: 1 });
    const again = await joinProgram({ ...entry, code: `${entry.code}-B` }, test);
    expect(again.championId).toBe(championId);
    const codes = await rows<{ key: string }>(
      "select key from referral_code c join link l on l.id = c.link_id where l.champion_id = $1 order by key", championId,
    );
    expect(codes.map((row) => row.key)).toEqual([entry.code, `${entry.code}-B`]);
  });
});

describe("a program for customers", () => {
  it("lets a known customer join, knows them from then on as that person, and lets others ask", async () => {
    const { entry, person, door } = await aNewcomer("customers");
    expect(await door()).toBe("apply");
    await expect(joinProgram(entry, test)).rejects.toMatchObject({ code: "door_closed" });
    const customerId = newId("cst");
    const emailHash = emailHashOf((person.email ?? "").toUpperCase());
    await test.db.transaction("customer", (tx) => tx.customer.create({ data: { id: customerId, emailHash, knownSince: new Date() } }));
    expect(await door()).toBe("join");
    await joinProgram(entry, test);
    expect(await rows("select person_id from customer where id = $1", customerId)).toEqual([{ person_id: person.id }]);
  });
});

describe("an invitation", () => {
  it("opens a closed door as often as it says", async () => {
    const { program, entry, door } = await aNewcomer("invitation");
    expect(await door()).toBe("invitation");
    const expiresAt = new Date(test.clock.now().getTime() + 86_400_000);
    const invitation = { programId: program.id, label: "club", maxUses: 1, expiresAt, by: "person:psn_x" };
    const { token } = await createInvitation(invitation, test);
    expect(await door(token)).toBe("join");
    await joinProgram({ ...entry, invitation: token }, test);
    const late = await aPerson(test);
    const second = { ...entry, personId: late.id, code: "LATE-ONE", invitation: token };
    await expect(joinProgram(second, test)).rejects.toMatchObject({ code: "door_closed" });
    expect(await rows("select 1 from champion where person_id = $1", late.id)).toEqual([]);
  });

  it("is not used up by more people than it names, when they come at once", async () => {
    const { program, entry } = await aNewcomer("invitation");
    const expiresAt = new Date(test.clock.now().getTime() + 86_400_000);
    const invitation = { programId: program.id, label: "club", maxUses: 2, expiresAt, by: "person:psn_x" };
    const { token } = await createInvitation(invitation, test);
    const people = await Promise.all(Array.from({ length: 6 }, () => aPerson(test)));
    const joins = people.map(({ id }, i) => joinProgram({ ...entry, personId: id, code: `RUSH-${i + 2}0`, invitation: token }, test));
    const done = (await Promise.allSettled(joins)).filter((join) => join.status === "fulfilled");
    expect(done).toHaveLength(2);
  });
});

describe("applying", () => {
  it("is answered by the promised hour, with reasons, and leads to a membership", async () => {
    const { entry, person, door } = await aNewcomer("application");
    test.clock.set("2026-11-06T15:00:00Z"); // a Friday
    const { championId, answerBy } = await applyToProgram({ ...entry, note: "I write about tea." }, test);
    expect(answerBy.toISOString()).toBe("2026-11-11T16:00:00.000Z"); // Wednesday, end of business in Amsterdam
    expect(await door()).toBe("waiting");

    const mayReapplyAt = new Date("2027-01-01T11:00:00Z");
    const by = "person:psn_staff";
    await decideApplication({ championId, verdict: { approve: false, reason: "Tell us more.", mayReapplyAt }, by }, test);
    expect(await door()).toBe("refused");
    test.clock.set(mayReapplyAt);
    expect(await door()).toBe("apply");
    await applyToProgram({ ...entry, note: "I write about tea at tea.example." }, test);
    test.clock.advance({ hours: 1 });
    await decideApplication({ championId, verdict: { approve: true }, by }, test);
    expect(await door()).toBe("member");
    expect(await mailsTo(person.id)).toEqual([
      "application_received", "application_refused", "application_received", "application_accepted",
    ]);
    const trail = await rows<{ action: string }>("select action from audit_entry where object = $1 order by recorded_at", championId);
    expect(trail.map((row) => row.action)).toEqual(["application.refused", "application.accepted"]);
  });

  it("mails one answer when two people answer at once", async () => {
    const { entry, person } = await aNewcomer("application");
    const { championId } = await applyToProgram({ ...entry, note: "Hello." }, test);
    const answers = ["a", "b"].map((id) => decideApplication({ championId, verdict: { approve: true }, by: `person:psn_${id}` }, test));
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect((await mailsTo(person.id)).sort()).toEqual(["application_accepted", "application_received"]);
  });
});

describe("renaming the code", () => {
  it("stops after ten old codes, but lets an old one be taken up again", async () => {
    const { entry } = await aNewcomer();
    const { championId } = await joinProgram(entry, test);
    for (let i = 0; i < 10; i++) await renameCode({ championId, code: `MANY-${20 + i}` }, test);
    await expect(renameCode({ championId, code: "MANY-99" }, test)).rejects.toMatchObject({ code: "too_many_codes" });
    expect(await renameCode({ championId, code: entry.code.toLowerCase() }, test)).toBe(entry.code);
  });
});
