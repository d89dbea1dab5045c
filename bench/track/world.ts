import type { Pool } from "pg";
import { withClient } from "../../scripts/database-cluster";

/** How many sales one key may tell in the minute of its limit; enough keys that no limit is reached. */
const KEYS = 600;

export interface World {
  /** The texts of the keys a shop calls with. */
  keys: string[];
  /** A click token of the champion's link. */
  tokens: string[];
}

/**
 * A company with one live program, and champions with a link each. Every sale is brought by another one, so that all
 * sales write the same rows: a champion's first opens their account, a third in one week changes a mail that waits.
 */
export async function makeWorld(migrateUrl: string, champions: number): Promise<World> {
  // These modules read the environment when they load.
  const { createApiKey } = await import("~/identity/create-api-key.server");
  const { newId } = await import("~/platform/ids");
  const { connectAs, processClock } = await import("~/platform/deps.server");
  const { trackSale } = await import("~/journeys/track-sale.server");
  const { createProgram } = await import("~/programs/create-program.server");
  const { getProgram } = await import("~/programs/get-program.server");
  const { friendProgramDefaults } = await import("~/programs/program-defaults");
  const { saveCompany } = await import("~/programs/save-company.server");
  const { setProgramStatus } = await import("~/programs/set-program-status.server");
  const { signClickToken } = await import("~/sharing/click-token.server");
  const { env } = await import("~/platform/env.server");

  const database = connectAs(env().DATABASE_URL);
  await processClock().refresh();
  await saveCompany({
    name: "Blue Kettle", accent: "#0f6b66", senderName: "Blue Kettle", senderEmail: "hello@bluekettle.example",
    supportEmail: "help@bluekettle.example", postalAddress: "Theekade 1, 3011 AB Rotterdam", shopUrl: "https://shop.bluekettle.example/",
    allowedHosts: ["shop.bluekettle.example"], cookieDomain: null, defaultLocale: "en",
  });
  const programId = await createProgram({ slug: "friends", ...friendProgramDefaults("EUR"), joinPolicy: "open", by: "system" });
  await setProgramStatus({ programId, to: "live" });
  const { terms } = await getProgram(programId);
  const made = await Promise.all(Array.from({ length: KEYS }, () => createApiKey({ name: "shop", scopes: ["track"], by: "operator" })));
  const keys = made.map(({ key }) => key);

  const suffixes = Array.from({ length: champions }, () => newId("chp").slice(4));
  await withClient(migrateUrl, async (client) => {
    await client.query(CHAMPIONS, [suffixes, programId, terms?.id]);
    await client.query("analyze");
  });
  // A friend thinks for an hour: who buys within seconds of the visit is held (R8), which is another sale.
  const at = new Date(+processClock().now() - 3_600_000);
  const tokens = suffixes.map((suffix) => signClickToken({ linkId: `lnk_${suffix}`, clickId: newId("clk"), programId, at }));
  // The first sale of all opens the program's own account.
  const first = { externalId: "the-first", invoiceId: "FIRST", amountMinor: 8_000n, currency: "EUR", paymentProcessor: "custom", email: null };
  await trackSale({ ...first, clickId: tokens.shift() ?? null });
  await database.close();
  return { keys, tokens };
}

const CHAMPIONS = `
  with these as (select suffix, n from unnest($1::text[]) with ordinality as t (suffix, n)),
  people as (
    insert into person (id, email, first_name, locale, created_at)
    select 'psn_' || suffix, 'champion-' || n || '@example.test', 'Anna', case n % 2 when 0 then 'nl' else 'en' end, now() - interval '90 days' from these),
  memberships as (
    insert into champion (id, person_id, program_id, status, display_name, applied_at, joined_at)
    select 'chp_' || suffix, 'psn_' || suffix, $2, 'active', 'Anna', now() - interval '90 days', now() - interval '90 days' from these),
  acceptances as (
    insert into terms_acceptance (id, champion_id, terms_version_id, accepted_at)
    select 'con_' || suffix, 'chp_' || suffix, $3, now() - interval '90 days' from these),
  links as (
    insert into link (id, champion_id, program_id, is_main, created_at)
    select 'lnk_' || suffix, 'chp_' || suffix, $2, true, now() - interval '90 days' from these)
  insert into referral_code (key, link_id, is_current, created_at)
  select 'CODE-' || n, 'lnk_' || suffix, true, now() - interval '90 days' from these`;

/** How many of the sales with these numbers a database holds with everything that belongs to them. */
export async function countStored(pool: Pool, numbers: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer as count
       from purchase p
       join conversion c on c.purchase_id = p.id and c.outcome = 'attributed'
       join reward r on r.conversion_id = c.id and r.status = 'pending'
       join ledger_transaction t on t.subject = r.id
       join mail m on m.subject_id = r.id and m.status = 'queued'
      where p.key = any($1)`,
    [numbers.map((number) => `api:${number}`)],
  );
  return rows[0]?.count ?? 0;
}
