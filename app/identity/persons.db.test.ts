import { beforeAll, describe, expect, it } from "vitest";
import { NotFoundError } from "~/platform/errors";
import { aPerson, aSession, anEmail } from "~/testing/builders/identity";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { findOrCreatePerson } from "./find-or-create-person.server";
import { findPortalSession } from "./find-session.server";
import { forgetCredentials } from "./forget-credentials.server";
import { forgetUnprovenPersons } from "./forget-unproven-persons.server";
import { getPerson } from "./get-person.server";
import { giveConsent } from "./give-consent.server";
import { savePerson } from "./save-person.server";
import { withdrawConsent } from "./withdraw-consent.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const asked = (email: string) => findOrCreatePerson({ email, locale: "nl", onlyAsked: true }, test);

describe("a person", () => {
  it("is one, however the address is spelled and however many make it at the same moment", async () => {
    const email = anEmail();
    const spelled = [email, email.toUpperCase(), email.replace("@", "+shop@")];
    const made = await Promise.all(
      Array.from({ length: 21 }, (_, i) => findOrCreatePerson({ email: spelled[i % 3] ?? "", locale: "en" }, test)),
    );
    expect(new Set(made.map((one) => one.id)).size).toBe(1);
  });

  it("keeps name, language and address, and takes a first name where none was", async () => {
    const email = anEmail();
    await findOrCreatePerson({ email, locale: "nl" }, test);
    const { id } = await findOrCreatePerson({ email: email.toUpperCase(), firstName: "Anna", locale: "en" }, test);
    await findOrCreatePerson({ email, firstName: "Bert", locale: "en" }, test);
    expect(await getPerson(id, test)).toMatchObject({ email, firstName: "Anna", locale: "nl" });
    await savePerson({ personId: id, locale: "en" }, test);
    await savePerson({ personId: id, firstName: "Anneke" }, test);
    expect(await getPerson(id, test)).toMatchObject({ firstName: "Anneke", locale: "en" });
  });
});

describe("somebody who only asked for a code", () => {
  it("is forgotten after a day, to the second", async () => {
    const { id } = await asked(anEmail());
    test.clock.advance({ hours: 23, minutes: 59, seconds: 59 });
    await forgetUnprovenPersons(test);
    expect((await getPerson(id, test)).id).toBe(id);
    test.clock.advance({ seconds: 1 });
    expect(await forgetUnprovenPersons(test)).toBeGreaterThan(0);
    await expect(getPerson(id, test)).rejects.toThrow(NotFoundError);
    const { rows } = await test.db.pool.query("select email, email_hash, first_name from person where id = $1", [id]);
    expect(rows).toEqual([{ email: null, email_hash: null, first_name: null }]);
  });

  it("stays when somebody else knows them by then: the shop, an owner, an earlier account", async () => {
    const email = anEmail();
    const { id } = await asked(email);
    await findOrCreatePerson({ email, locale: "en" }, test);
    const { id: known } = await aPerson(test);
    await asked((await getPerson(known, test)).email ?? "");
    test.clock.advance({ days: 2 });
    await forgetUnprovenPersons(test);
    expect((await getPerson(id, test)).email).toBe(email);
    expect((await getPerson(known, test)).id).toBe(known);
  });

  it("may come back later as somebody new", async () => {
    const email = anEmail();
    const before = await asked(email);
    test.clock.advance({ days: 2 });
    await forgetUnprovenPersons(test);
    expect((await asked(email)).id).not.toBe(before.id);
  });

  it("has no session left once forgotten", async () => {
    const { id: personId } = await asked(anEmail());
    test.clock.advance({ hours: 24 });
    const secret = await aSession(test, { personId, area: "portal" });
    await forgetUnprovenPersons(test);
    expect(await findPortalSession(secret, test)).toBeNull();
  });
});

describe("what is over", () => {
  it("is dropped after 90 days and not before", async () => {
    const { id: personId } = await aPerson(test);
    await aSession(test, { personId, area: "portal" });
    const left = async () =>
      (await test.db.pool.query("select 1 from session where person_id = $1", [personId])).rows.length;
    test.clock.advance({ days: 119, hours: 23 });
    await forgetCredentials(test);
    expect(await left()).toBe(1);
    test.clock.advance({ hours: 2 });
    await forgetCredentials(test);
    expect(await left()).toBe(0);
  });
});

describe("the consent log (L2)", () => {
  it("keeps the words, when they were agreed to and when that was taken back", async () => {
    const { id: personId } = await aPerson(test);
    const consent = { personId, purpose: "program_mail", basis: "consent", wording: "Yes, mail me." };
    const given = test.clock.now();
    await giveConsent(consent, test);
    await giveConsent(consent, test);
    test.clock.advance({ days: 1 });
    expect(await withdrawConsent({ personId, purpose: "program_mail" }, test)).toBe(true);
    expect(await withdrawConsent({ personId, purpose: "program_mail" }, test)).toBe(false);
    await giveConsent({ ...consent, wording: "Yes, mail me twice." }, test);
    const { rows } = await test.db.pool.query(
      "select wording, given_at, withdrawn_at from consent where person_id = $1 order by given_at",
      [personId],
    );
    expect(rows).toEqual([
      { wording: "Yes, mail me.", given_at: given, withdrawn_at: test.clock.now() },
      { wording: "Yes, mail me twice.", given_at: test.clock.now(), withdrawn_at: null },
    ]);
  });
});
