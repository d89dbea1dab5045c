import type { Database } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { Prisma } from "../../../prisma/generated/client";

const JOINED = new Date("2026-10-01T09:00:00Z");

/** A person without an address of their own to sign in with; tests of signing in make theirs through identity. */
export async function aPerson(db: Database, values: Partial<Prisma.PersonUncheckedCreateInput> = {}) {
  return db.transaction("a-person", (tx) =>
    tx.person.create({ data: { id: newId("psn"), firstName: "Anna", createdAt: JOINED, ...values } }),
  );
}

/** The bare row of a program, enough for what only refers to one. */
export async function aProgramRow(db: Database, values: Partial<Prisma.ProgramUncheckedCreateInput> = {}) {
  const id = newId("prg");
  const data = {
    id, slug: id, type: "friend" as const, status: "live" as const, joinPolicy: "open" as const,
    calendar: { zone: "Europe/Amsterdam", days: { mon: [["09:00", "17:00"]] }, holidays: [] },
    createdAt: JOINED, updatedAt: JOINED, ...values,
  };
  return db.transaction("a-program-row", (tx) => tx.program.create({ data }));
}

/** An active champion; person and program are made when none are given. */
export async function aChampion(db: Database, values: Partial<Prisma.ChampionUncheckedCreateInput> = {}) {
  const personId = values.personId ?? (await aPerson(db)).id;
  const programId = values.programId ?? (await aProgramRow(db)).id;
  return db.transaction("a-champion", (tx) =>
    tx.champion.create({
      data: {
        id: newId("chp"), status: "active", displayName: "Anna", appliedAt: JOINED, joinedAt: JOINED,
        ...values, personId, programId,
      },
    }),
  );
}
