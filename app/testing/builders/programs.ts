import type { Database } from "~/platform/db.server";
import { within } from "~/platform/db.server";
import type { CompanyForm } from "~/programs/company-schema";
import { createProgram } from "~/programs/create-program.server";
import { getProgram } from "~/programs/get-program.server";
import type { LiveProgram, Program } from "~/programs/program";
import {
  affiliateProgramDefaults,
  friendProgramDefaults,
  type ProgramDefaults,
} from "~/programs/program-defaults";
import type { ProgramRules } from "~/programs/program-rules";
import { saveCompany } from "~/programs/save-company.server";
import { setProgramStatus } from "~/programs/set-program-status.server";
import { TestClock } from "../test-clock";

interface ProgramOptions extends Partial<Omit<ProgramDefaults, "rules">> {
  slug?: string;
  /** What differs from the default rules of that type in EUR. */
  rules?: Partial<ProgramRules>;
  clock?: TestClock;
}

let count = 0;

/** A live program with the default rules, texts and terms (friend program in EUR, open to all) unless told otherwise. */
export async function aProgram(db: Database, options: ProgramOptions = {}): Promise<LiveProgram> {
  const { slug = `program-${++count}`, rules, clock = new TestClock(), ...others } = options;
  const defaults =
    others.type === "affiliate" ? affiliateProgramDefaults("EUR") : friendProgramDefaults("EUR");
  return db.transaction("a-program", async (tx) => {
    const deps = { db: within(tx), clock };
    const input = {
      ...defaults,
      joinPolicy: "open" as const,
      ...others,
      rules: { ...defaults.rules, ...rules },
    };
    const id = await createProgram({ ...input, slug, by: "system" }, deps);
    await setProgramStatus({ programId: id, to: "live" }, deps);
    return (await getProgram(id, deps)) as Program & LiveProgram;
  });
}

export const COMPANY: CompanyForm = {
  name: "Blue Kettle",
  accent: "#0f6b66",
  senderName: "Blue Kettle",
  senderEmail: "hello@bluekettle.example",
  supportEmail: "help@bluekettle.example",
  postalAddress: "Theekade 1, 3011 AB Rotterdam",
  shopUrl: "https://shop.bluekettle.example/",
  allowedHosts: ["shop.bluekettle.example"],
  defaultLocale: "nl",
  cookieDomain: null,
};

/** The company's settings, saved. */
export async function aCompany(
  db: Database,
  change: Partial<CompanyForm> = {},
  clock = new TestClock(),
): Promise<CompanyForm> {
  const company = { ...COMPANY, ...change };
  await saveCompany(company, { db, clock });
  return company;
}
