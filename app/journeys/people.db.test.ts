import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { renameCode } from "./rename-code.server";
import { anEmail, aPerson, aSession } from "~/testing/builders/identity";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { findPeople } from "./find-people.server";
import { applyToProgram } from "./apply-to-program.server";
import { joinProgram } from "./join-program.server";
import { listApplications } from "./list-applications.server";
import { showPerson } from "./show-person.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
});

async function aMember(firstName: string, code: string) {
  const program = await aProgram(test.db);
  const person = await aPerson(test, { firstName, email: anEmail(firstName.toLowerCase()) });
  const entry = { personId: person.id, slug: program.slug, termsVersionId: program.terms.id, displayName: firstName, code, invitation: null };
  const { championId } = await joinProgram(entry, test);
  return { person, program, championId };
}

/** A purchase by somebody else that this champion brought. */
async function anOrder(member: Awaited<ReturnType<typeof aMember>>, key: string) {
  const now = test.clock.now();
  await test.db.transaction("an-order", async (tx) => {
    const amounts = { currency: "EUR", paidMinor: 8_000n, taxMinor: 0n, shippingMinor: 0n, discountMinor: 0n };
    const id = newId("pur");
    await tx.purchase.create({ data: { id, key, occurredAt: now, recordedAt: now, ...amounts } });
    const { championId } = member;
    const facts = { outcome: "attributed", trace: [], factsHash: "x", occurredAt: now, decidedAt: now } as const;
    await tx.conversion.create({ data: { id: newId("cnv"), purchaseId: id, championId, ...facts } });
  });
}

const idsOf = async (text: string) => (await findPeople(text, test)).map(({ person }) => person.id);

describe("finding people (S8)", () => {
  it("goes by name, address, code and order number", async () => {
    const member = await aMember("Marguerite", "MARGOT");
    await aMember("Somebody", "ELSE-1");
    await renameCode({ championId: member.championId, code: "MARGOT-LEEST" }, test);
    await anOrder(member, "in_1Margot");
    await anOrder(member, "api:ORDER-77");
    const { email } = member.person;
    for (const text of ["arguer", "MARGUERITE", email!, email!.toUpperCase(), "margot", "MARGOT-LEEST", "in_1Margot", "ORDER-77"]) {
      expect(await idsOf(text), text).toEqual([member.person.id]);
    }
    const [found] = await findPeople("margot", test);
    expect(found?.memberships).toEqual([
      { championId: member.championId, programSlug: member.program.slug, status: "active", displayName: "Marguerite", code: "MARGOT-LEEST" },
    ]);
  });

  it("answers odd questions with nobody", async () => {
    for (const text of ["nobody-at-all", "' or 1=1 --", "\0", "%".repeat(40), "漢".repeat(300)]) {
      expect(await idsOf(text), text).toEqual([]);
    }
  });
});

describe("one person's page", () => {
  it("shows memberships with terms and links, recommendations, mails and sessions, and no secret", async () => {
    const member = await aMember("Olga", "OLGA");
    await anOrder(member, "in_olga");
    const secret = await aSession(test, { personId: member.person.id, area: "portal" });
    const view = await showPerson(member.person.id, test);
    expect(view).toMatchObject({
      memberships: [{ programSlug: member.program.slug, status: "active", termsNumber: 1, links: [{ code: "OLGA", isMain: true }] }],
      recommendations: [{ occurredAt: test.clock.now(), rewards: [] }],
      mails: [{ template: "welcome" }],
      sessions: [{ area: "portal" }],
    });
    expect(JSON.stringify(view, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(secret);
  });

  it("is nobody's for an id nobody has", async () => {
    await expect(showPerson("psn_nobody", test)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the list of applications", () => {
  it("has the one promised first on top and counts what waits", async () => {
    const program = await aProgram(test.db, { joinPolicy: "application" });
    for (const [i, code] of ["LATER-2", "SOONER-2"].entries()) {
      test.clock.set(i === 0 ? "2026-11-12T09:00:00Z" : "2026-11-10T09:00:00Z");
      const person = await aPerson(test, { firstName: "Ask" });
      const entry = { personId: person.id, slug: program.slug, termsVersionId: program.terms.id, displayName: "Ask", code, note: code };
      await applyToProgram(entry, test);
    }
    const list = await listApplications({ answered: false, page: 1 }, test);
    expect(list.waiting).toBe(2);
    expect(list.applications.map(({ note }) => note)).toEqual(["SOONER-2", "LATER-2"]);
    expect(list.applications[0]).toMatchObject({ isCustomer: false, code: "SOONER-2", answer: null });
    expect((await listApplications({ answered: true, page: 1 }, test)).applications).toEqual([]);
  });
});
