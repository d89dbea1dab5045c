import { DEMO_PEOPLE } from "~/identity/demo-people";
import { addStaff } from "~/identity/add-staff.server";
import { findOrCreatePerson } from "~/identity/find-or-create-person.server";
import { changeProgramStatus } from "~/journeys/change-program-status.server";
import { createProgram } from "~/journeys/create-program.server";
import { saveCompany } from "~/journeys/save-company.server";
import { env } from "~/platform/env.server";
import { affiliateProgramDefaults, friendProgramDefaults } from "~/programs/program-defaults";
import type { ProgramSlug } from "./story";

export interface Scene {
  /** `person:psn_…` of the two who decide at the desk. */
  approvers: [string, string];
  programs: Record<ProgramSlug, string>;
}

/** The company, its staff and its two programs, as an owner would set them up on the first day. */
export async function setTheScene(): Promise<Scene> {
  const staff = new Map<string, string>();
  for (const { key, email, firstName, locale, roles } of DEMO_PEOPLE.filter(({ area }) => area === "desk")) {
    const added = await addStaff({ email, firstName, locale, roles: [...roles], actorId: null });
    if (added) staff.set(key, `person:${added.personId}`);
  }
  for (const { email, firstName, locale } of DEMO_PEOPLE.filter(({ area }) => area === "portal")) {
    await findOrCreatePerson({ email, firstName, locale });
  }
  const by = staff.get("owner") ?? "system";
  const shopUrl = env().SANDBOX_SHOP_URL ?? "";
  await saveCompany({
    name: "Noorderlicht Koffie",
    accent: "#b8432b",
    senderName: "Noorderlicht Koffie",
    senderEmail: "champions@vouch.example",
    supportEmail: "help@vouch.example",
    postalAddress: "Hoge der A 12, 9712 AC Groningen",
    shopUrl,
    allowedHosts: [new URL(shopUrl).host],
    defaultLocale: "nl",
    cookieDomain: null,
    by,
  });
  const forFriends = friendProgramDefaults("EUR");
  // The roaster's bags are small: with EUR 10 off, an order of EUR 20 counts.
  const rules = { ...forFriends.rules, minimumPurchaseMinor: 1_000n };
  const friends = await createProgram({ slug: "friends", ...forFriends, rules, by });
  const makers = await createProgram({ slug: "makers", ...affiliateProgramDefaults("EUR"), by });
  for (const programId of [friends, makers]) await changeProgramStatus({ programId, to: "live", by });
  return {
    approvers: [staff.get("approver") ?? by, staff.get("second") ?? by],
    programs: { friends, makers },
  };
}
