import type pg from "pg";
import { trackSale } from "~/journeys/track-sale.server";
import { newId } from "~/platform/ids";
import { createProgram } from "~/programs/create-program.server";
import { getProgram } from "~/programs/get-program.server";
import { friendProgramDefaults } from "~/programs/program-defaults";
import type { ProgramRules } from "~/programs/program-rules";
import { saveCompany } from "~/programs/save-company.server";
import { setProgramStatus } from "~/programs/set-program-status.server";

export interface LiveProgram {
  programId: string;
  termsId: string;
}

/** A company with one live program that anybody may join. Its modules read the environment when they load. */
export async function aCompanyWithProgram(over: Partial<ProgramRules> = {}): Promise<LiveProgram> {
  await saveCompany({
    name: "Blue Kettle", accent: "#0f6b66", senderName: "Blue Kettle", senderEmail: "hello@bluekettle.example",
    supportEmail: "help@bluekettle.example", postalAddress: "Theekade 1, 3011 AB Rotterdam", shopUrl: "https://shop.bluekettle.example/",
    allowedHosts: ["shop.bluekettle.example"], cookieDomain: null, defaultLocale: "en",
  });
  const defaults = friendProgramDefaults("EUR");
  const programId = await createProgram({ slug: "friends", ...defaults, rules: { ...defaults.rules, ...over }, joinPolicy: "open", by: "system" });
  await setProgramStatus({ programId, to: "live" });
  const { terms } = await getProgram(programId);
  return { programId, termsId: terms?.id ?? "" };
}

/**
 * Champions who joined ninety days ago, each with a link. Champion n is called by the n-th name, over and over.
 * @param client a superuser's @returns the ids of their links
 */
export async function insertChampions(client: pg.Client, { programId, termsId }: LiveProgram, count: number, names: readonly string[] = ["Anna"]): Promise<string[]> {
  const suffixes = Array.from({ length: count }, () => newId("chp").slice(4));
  await client.query(CHAMPIONS, [suffixes, programId, termsId, names]);
  await client.query("analyze");
  return suffixes.map((suffix) => `lnk_${suffix}`);
}

/** The first sale of all opens the program's own account, which no later one does. @param clickId a token of its champion's link */
export async function sellTheFirst(clickId: string): Promise<void> {
  await trackSale({ externalId: "the-first", invoiceId: "FIRST", amountMinor: 8_000n, currency: "EUR", paymentProcessor: "custom", email: null, clickId });
}

const CHAMPIONS = `
  with these as (
    select suffix, n, ($4::text[])[1 + n % cardinality($4::text[])] as name from unnest($1::text[]) with ordinality as t (suffix, n)),
  people as (
    insert into person (id, email, first_name, locale, created_at)
    select 'psn_' || suffix, 'champion-' || n || '@example.test', name, case n % 2 when 0 then 'nl' else 'en' end, now() - interval '90 days' from these),
  memberships as (
    insert into champion (id, person_id, program_id, status, display_name, applied_at, joined_at)
    select 'chp_' || suffix, 'psn_' || suffix, $2, 'active', name, now() - interval '90 days', now() - interval '90 days' from these),
  acceptances as (
    insert into terms_acceptance (id, champion_id, terms_version_id, accepted_at)
    select 'con_' || suffix, 'chp_' || suffix, $3, now() - interval '90 days' from these),
  links as (
    insert into link (id, champion_id, program_id, is_main, created_at)
    select 'lnk_' || suffix, 'chp_' || suffix, $2, true, now() - interval '90 days' from these)
  insert into referral_code (key, link_id, is_current, created_at)
  select 'CODE-' || n, 'lnk_' || suffix, true, now() - interval '90 days' from these`;
