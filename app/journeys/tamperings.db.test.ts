import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { extendChain } from "~/ledger/extend-chain.server";
import { PostgresDatabase } from "~/platform/db.server";
import { adjustRewardForRefunds } from "~/rewards/adjust-reward-for-refunds.server";
import { aConversion, aReward } from "~/testing/builders/rewards";
import { payoutStage, type PayoutStage } from "~/testing/builders/payouts";
import { auditBooks } from "./audit-books.server";
import { inspectBooks } from "./inspect-books.server";

/** What is only there for its row: the tables that no story below fills. */
const FURTHER_FACTS = [
  "insert into purchase_line (id, purchase_id, position, \"group\", quantity, net_minor, tax_minor) select 'pli_1', min(id), 1, 'shoes', 1, 5000, 0 from purchase",
  "insert into refund (id, key, payment_key, amount_minor, currency, status, occurred_at, recorded_at) select 'rfd_1', 're_1', p.key, 2000, 'EUR', 'succeeded', now(), now() from purchase p join conversion c on c.purchase_id = p.id join reward r on r.conversion_id = c.id where r.due_minor < r.granted_minor",
  "insert into dispute (id, key, payment_key, amount_minor, currency, status, funds_withdrawn, occurred_at, recorded_at) values ('dsp_1', 'dp_1', 'pi_elsewhere', 900, 'EUR', 'lost', true, now(), now())",
  "insert into subscription (key, status, click_tokens, codes, started_at) values ('sub_1', 'active', '{}', '{}', now())",
  "insert into hand_attribution (id, purchase_id, reason, by, basis, decided_at) select 'hnd_1', min(id), 'told at the counter', 'person:psn_1', 'hash', now() from purchase",
  "insert into appeal (id, reward_id, decided_at, text, created_at, answer_by) select 'apl_1', min(id), now(), 'Please look again', now(), now() from reward",
  "insert into reversal (id, instruction_id, reward_id, account, intent_key, idempotency_key, amount_minor, currency, request, status, created_at) select 'rvl_1', i.id, i.reward_id, i.account, i.idempotency_key, 'rvl_1', 500, 'EUR', '{}', 'failed', now() from instruction i where i.status = 'confirmed' order by i.id limit 1",
  "insert into prize (id, program_id, name_en, name_nl, cost, created_at) select 'prz_1', min(id), 'A mug', 'Een mok', 500, now() from program",
  "insert into prize_order (id, prize_id, champion_id, points, key, asked_at, undone_at, undone_by, reason) select 'por_1', 'prz_1', min(champion_id), 500, 'form-1', now(), now(), 'person:psn_1', 'It broke' from reward",
  "insert into own_offer_code (champion_id, program_version_id, code, created_at) select min(r.champion_id), min(r.program_version_id), 'MINE-1', now() from reward r",
];

/** Statement, and what one of the findings must name; `{x}` is the first row of a query below. */
type Tampering = [statement: string, at: string];

const ROWS = {
  txn: "select t.id from ledger_transaction t join reward r on r.id = t.subject where t.kind = 'grant_reward' order by t.id limit 1",
  next: "select t.id from ledger_transaction t where t.kind = 'grant_reward' order by t.id offset 1 limit 1",
  last: "select transaction_id from ledger_chain order by position desc limit 1",
  entry: "select e.id from ledger_entry e where e.transaction_id = (select id from ledger_transaction where kind = 'grant_reward' order by id limit 1) and e.amount_minor > 0",
  account: "select id from ledger_account where code like 'champion_pending:%' order by id limit 1",
  other: "select id from ledger_account where code like 'program_cost:%' order by id desc limit 1",
  fulfil: "select id from ledger_transaction where kind = 'fulfil_reward' limit 1",
  reward: "select id from reward order by id limit 1",
  paid: "select reward_id from instruction where status = 'confirmed' order by id limit 1",
  instruction: "select id from instruction where status = 'confirmed' order by id limit 1",
  purchase: "select id from purchase order by id limit 1",
  conversion: "select id from conversion order by id limit 1",
  referral: "select id from referral order by id limit 1",
  touch: "select id from touch order by id limit 1",
  event: "select id from reward_event order by id limit 1",
  version: "select id from program_version order by id limit 1",
  code: "select key from stripe_promotion_code order by key limit 1",
} as const;

const ON_THE_BOOK: Tampering[] = [
  ["update ledger_entry set amount_minor = amount_minor + 1 where id = '{entry}'", "{txn}"],
  ["update ledger_entry set amount_minor = -amount_minor where id = '{entry}'", "{txn}"],
  // Both sides alike: the transaction still balances.
  ["update ledger_entry set amount_minor = amount_minor * 10 where transaction_id = '{txn}'", "{txn}"],
  ["update ledger_entry set amount_minor = -amount_minor where transaction_id = '{txn}'", "{txn}"],
  ["alter table ledger_entry drop constraint ledger_entry_amount_not_zero; update ledger_entry set amount_minor = 0 where id = '{entry}'", "{entry}"],
  ["update ledger_entry set account_id = '{account}' where id = '{entry}'", "{txn}"],
  ["update ledger_entry set account_id = '{other}' where transaction_id = '{txn}' and amount_minor < 0", "{txn}"],
  ["update ledger_entry set account_id = 'acc_nowhere' where id = '{entry}'", "{entry}"],
  ["update ledger_entry set currency = 'USD' where transaction_id = '{txn}'", "{txn}"],
  ["update ledger_entry set transaction_id = '{next}' where id = '{entry}'", "{next}"],
  ["update ledger_entry set transaction_id = case transaction_id when '{txn}' then '{next}' else '{txn}' end where transaction_id in ('{txn}', '{next}')", "{txn}"],
  ["update ledger_entry set id = 'ent_renamed' where id = '{entry}'", "{txn}"],
  ["delete from ledger_entry where id = '{entry}'", "{txn}"],
  ["delete from ledger_entry where transaction_id = '{txn}'", "{txn}"],
  ["insert into ledger_entry (id, transaction_id, account_id, currency, amount_minor) values ('ent_forged', '{txn}', '{account}', 'EUR', 5)", "{txn}"],
  ["insert into ledger_entry (id, transaction_id, account_id, currency, amount_minor) values ('ent_f1', '{txn}', '{account}', 'EUR', 5), ('ent_f2', '{txn}', '{other}', 'EUR', -5)", "{txn}"],
  ["insert into ledger_entry (id, transaction_id, account_id, currency, amount_minor) values ('ent_f1', 'txn_nowhere', '{account}', 'EUR', 5), ('ent_f2', 'txn_nowhere', '{other}', 'EUR', -5)", "ent_f1"],
  ["truncate ledger_entry", "{txn}"],
  ["update ledger_transaction set kind = 'adjust_reward' where id = '{txn}'", "{txn}"],
  ["update ledger_transaction set subject = 'rwd_none' where id = '{txn}'", "{txn}"],
  ["update ledger_transaction set idem_key = 'other' where id = '{txn}'", "{txn}"],
  ["update ledger_transaction set input_hash = 'other' where id = '{txn}'", "{txn}"],
  ["update ledger_transaction set by = 'person:psn_other' where id = '{txn}'", "{txn}"],
  ["update ledger_transaction set occurred_at = occurred_at - interval '1 month' where id = '{txn}'", "{txn}"],
  ["update ledger_transaction set recorded_at = recorded_at - interval '1 month' where id = '{txn}'", "{txn}"],
  ["update ledger_transaction set reverses_id = '{next}' where id = '{txn}'", "{txn}"],
  ["update ledger_transaction set xid = xid + 1 where id = '{txn}'", "{txn}"],
  ["update ledger_transaction set id = 'txn_renamed' where id = '{txn}'", "{txn}"],
  ["update ledger_transaction set id = case id when '{txn}' then '{next}x' else '{txn}x' end where id in ('{txn}', '{next}')", "{txn}"],
  ["delete from ledger_transaction where id = '{txn}'", "{txn}"],
  ["delete from ledger_entry where transaction_id = '{txn}'; delete from ledger_transaction where id = '{txn}'", "{txn}"],
  ["delete from ledger_entry where transaction_id = '{fulfil}'; delete from ledger_transaction where id = '{fulfil}'", "{instruction}"],
  // A forged transaction that balances, for a reward that is there and for nothing.
  ["insert into ledger_transaction (id, kind, idem_key, input_hash, subject, by, occurred_at) values ('txn_forged', 'grant_reward', 'forged', 'h', '{reward}', 'system', now()); insert into ledger_entry (id, transaction_id, account_id, currency, amount_minor) values ('ent_f1', 'txn_forged', '{account}', 'EUR', -5), ('ent_f2', 'txn_forged', '{other}', 'EUR', 5)", "txn_forged"],
  ["insert into ledger_transaction (id, kind, idem_key, input_hash, subject, by, occurred_at, xid) values ('txn_forged', 'grant_reward', 'forged', 'h', 'rwd_none', 'system', now(), 9000000000); insert into ledger_entry (id, transaction_id, account_id, currency, amount_minor) values ('ent_f1', 'txn_forged', '{account}', 'EUR', -5), ('ent_f2', 'txn_forged', '{other}', 'EUR', 5)", "rwd_none"],
  ["insert into ledger_transaction (id, kind, idem_key, input_hash, subject, by, occurred_at) values ('txn_empty', 'grant_reward', 'forged', 'h', '{reward}', 'system', now())", "txn_empty"],
  ["truncate ledger_transaction cascade", "{paid}"],
  ["update ledger_account set code = 'program_cost:prg_other' where id = '{account}'", "{txn}"],
  ["update ledger_account set currency = 'USD' where id = '{account}'", "ent_"],
  ["update ledger_account set code = case id when '{account}' then (select code from ledger_account where id = '{other}') || ' ' else (select code from ledger_account where id = '{account}') || ' ' end where id in ('{account}', '{other}')", "{txn}"],
  ["insert into ledger_account (id, code, currency) values ('acc_forged', 'champion_payable:chp_forged', 'EUR')", "acc_forged"],
  ["delete from ledger_account where id = '{account}'", "ent_"],
  ["truncate ledger_account cascade", "{paid}"],
  ["update ledger_chain set hash = repeat('a', 64) where transaction_id = '{txn}'", "{txn}"],
  ["update ledger_chain set transaction_id = '{next}x' where transaction_id = '{txn}'", "{next}x"],
  ["update ledger_chain set position = position + 1000 where transaction_id = '{txn}'", "link 1"],
  ["delete from ledger_chain where transaction_id = '{txn}'", "{txn}"],
  ["delete from ledger_chain where transaction_id = '{last}'", "{last}"],
  ["insert into ledger_chain (position, transaction_id, hash) values (1000, 'txn_forged', repeat('a', 64))", "link"],
  ["truncate ledger_chain", "{txn}"],
];

const ON_THE_FACTS: Tampering[] = [
  ["update purchase set paid_minor = paid_minor * 2 where id = '{purchase}'", "{purchase}"],
  ["update purchase set tax_minor = 100 where id = '{purchase}'", "{purchase}"],
  ["update purchase set currency = 'USD' where id = '{purchase}'", "{purchase}"],
  ["update purchase set key = 'pi_other' where id = '{purchase}'", "{purchase}"],
  ["update purchase set customer_id = null where id = '{purchase}'", "{purchase}"],
  ["update purchase set occurred_at = occurred_at - interval '1 year' where id = '{purchase}'", "{purchase}"],
  ["update purchase set codes = '{FORGED}' where id = '{purchase}'", "{purchase}"],
  ["update purchase set fact_seq = fact_seq + 100 where id = '{purchase}'", "{purchase}"],
  ["update purchase_line set net_minor = net_minor + 1", "pli_1"],
  ["update purchase_line set \"group\" = 'gold'", "pli_1"],
  ["update refund set amount_minor = 1", "rfd_1"],
  ["update refund set status = 'failed'", "rfd_1"],
  ["update refund set payment_key = 'pi_elsewhere'", "rfd_1"],
  ["update dispute set status = 'won'", "dsp_1"],
  ["update dispute set funds_withdrawn = false", "dsp_1"],
  ["update subscription set codes = '{FORGED}'", "sub_1"],
  ["update touch set champion_id = 'chp_other' where id = '{touch}'", "{touch}"],
  ["update touch set touched_at = touched_at + interval '1 day' where id = '{touch}'", "{touch}"],
  ["update hand_attribution set reason = 'told by nobody'", "hnd_1"],
  ["update referral set champion_id = 'chp_other' where id = '{referral}'", "{referral}"],
  ["update referral set program_version_id = 'prv_other' where id = '{referral}'", "{referral}"],
  ["update conversion set champion_id = 'chp_other' where id = '{conversion}'", "{conversion}"],
  ["update conversion set outcome = 'unattributed' where id = '{conversion}'", "{conversion}"],
  ["update program_version set rules = jsonb_set(rules::jsonb, '{holdDays}', '0') where id = '{version}'", "{version}"],
  ["update reward set granted_minor = granted_minor * 2 where id = '{reward}'", "{reward}"],
  ["update reward set due_minor = due_minor - 1 where id = '{reward}'", "{reward}"],
  ["update reward set status = 'expired' where id = '{reward}'", "{reward}"],
  ["update reward set champion_id = 'chp_other' where id = '{reward}'", "{reward}"],
  ["update reward set hold_ends_at = hold_ends_at - interval '30 days' where id = '{reward}'", "{reward}"],
  ["update reward set approvals_needed = 0, needs_person = false where id = '{reward}'", "{reward}"],
  ["update reward set decided_by = 'person:psn_forged' where id = '{paid}'", "{paid}"],
  ["update reward_event set amount_minor = 1 where id = '{event}'", "{event}"],
  ["update reward_event set by = 'person:psn_forged' where id = '{event}'", "{event}"],
  ["update reward_event set version = version + 1 where id = '{event}'", "{event}"],
  ["update appeal set text = 'Never mind'", "apl_1"],
  ["update instruction set amount_minor = amount_minor + 1 where id = '{instruction}'", "{instruction}"],
  ["update instruction set provider_ref = 'cbtxn_forged' where id = '{instruction}'", "{instruction}"],
  ["update instruction set status = 'failed' where id = '{instruction}'", "{instruction}"],
  ["update instruction set idempotency_key = 'forged' where id = '{instruction}'", "{instruction}"],
  ["update stripe_promotion_code set code = 'FORGED'", "{code}"],
  ["update own_offer_code set code = 'FORGED'", "own_offer_code"],
  ["alter table reward disable trigger seal_changed; update reward set note = 'hush' where id = '{reward}'", "reward.seal_changed"],
];

/** Every table of facts, with what a forged copy of its first row is called: whatever must be unique there. */
const FORGED: Record<string, Record<string, string>> = {
  appeal: { id: "forged", reward_id: "rwd_forged" },
  conversion: { id: "forged", purchase_id: "pur_forged" },
  dispute: { id: "forged", key: "forged" },
  hand_attribution: { id: "forged", basis: "forged" },
  instruction: { id: "forged", reward_id: "rwd_forged", idempotency_key: "forged" },
  own_offer_code: { champion_id: "forged", code: "FORGED" },
  prize_order: { id: "forged", key: "forged" },
  program_version: { id: "forged", program_id: "forged" },
  purchase: { id: "forged", key: "forged" },
  purchase_line: { id: "forged", purchase_id: "forged" },
  referral: { id: "forged", subject_id: "forged", touch_id: "forged" },
  refund: { id: "forged", key: "forged" },
  reversal: { id: "forged", instruction_id: "ins_forged", idempotency_key: "forged" },
  reward: { id: "forged", conversion_id: "forged" },
  reward_event: { id: "forged" },
  stripe_promotion_code: { key: "forged", code: "FORGED", stripe_id: "forged" },
  subscription: { key: "forged" },
  touch: { id: "forged", subject_id: "forged" },
};
const ON_EVERY_TABLE = Object.entries(FORGED).flatMap(([table, forged]): Tampering[] => [
  [`delete from ${table} where ctid = (select min(ctid) from ${table})`, `${table} `],
  [`insert into ${table} select (jsonb_populate_record(r, '${JSON.stringify(forged)}')).* from ${table} r limit 1`, `${table} forged`],
  [`truncate ${table} cascade`, `${table} `],
]);

let stage: PayoutStage;
let root: PostgresDatabase;
const rows: Record<string, string> = {};
const later = new Date(Date.now() + 2 * 3_600_000);

beforeAll(async () => {
  stage = await payoutStage();
  root = new PostgresDatabase(stage.superuser, { poolSize: 2 });
  const owner = await stage.customerChampion();
  await stage.fulfil((await stage.payable(owner)).instructionId);
  const other = await stage.customerChampion({ rail: "promotion_code" });
  await stage.fulfil((await stage.payable(other)).instructionId);
  const { conversionId } = await aReward(stage, owner);
  const refund = { conversionId, paidMinor: 8_000n, takenBackMinor: 2_000n, cause: "refund_partial", factKey: "re_1:succeeded" } as const;
  await adjustRewardForRefunds(refund, stage);
  await aReward(stage, other);
  await aConversion(stage, owner);
  for (const statement of FURTHER_FACTS) await stage.db.pool.query(statement);
  await vi.waitFor(chainIsComplete, { timeout: 60_000, interval: 200 });
  for (const [name, question] of Object.entries(ROWS)) rows[name] = Object.values((await root.pool.query<object>(question)).rows[0] ?? {})[0] as string;
});
afterAll(() => root.close());

/** A transaction of another test in the same cluster that is still at work keeps the newest links waiting. */
async function chainIsComplete(): Promise<void> {
  await extendChain(stage);
  const { rows } = await stage.db.pool.query("select (select count(*) from ledger_transaction) - (select count(*) from ledger_chain) as unlinked");
  expect(rows).toEqual([{ unlinked: "0" }]);
}

const named = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => rows[name] ?? whole);

class Undone extends Error {}

/** What the audit finds after somebody wrote around every guard; the tampering itself is undone. */
async function findingsAfter(tampering: string) {
  let found: string[] = [];
  const tampered = root.transaction("tamper", async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    for (const statement of tampering.split("; ")) await tx.sql.query({ text: statement });
    const { findings } = await inspectBooks(tx, { now: later });
    found = findings.map(({ invariant, subject, detail }) => `${invariant} ${subject}: ${detail}`);
    throw new Undone();
  });
  await expect(tampered).rejects.toThrow(Undone);
  return found;
}

describe("the audit", () => {
  it("finds nothing while nobody tampers, however often the chain is extended side by side", async () => {
    await Promise.all(Array.from({ length: 8 }, () => extendChain(stage)));
    const { findings, head } = await auditBooks({}, { db: stage.db, clock: { now: () => later } });
    expect(findings).toEqual([]);
    expect(Number(head.position)).toBe((await stage.db.pool.query("select 1 from ledger_transaction")).rowCount);
  });

  it.each([...ON_THE_BOOK, ...ON_THE_FACTS, ...ON_EVERY_TABLE])("finds and locates: %s", async (statement, at) => {
    const found = await findingsAfter(named(statement));
    expect(found.filter((line) => line.split(": ")[0]?.includes(named(at)))).not.toEqual([]);
  });

  it("is tried on a hundred tamperings and more", () => {
    expect(ON_THE_BOOK.length + ON_THE_FACTS.length + ON_EVERY_TABLE.length).toBeGreaterThanOrEqual(100);
  });

  it("finds a chain that was written anew as a whole, by a head noted elsewhere", async () => {
    const { head } = await auditBooks({}, stage);
    const noted = { position: head.position - 1n, hash: "b".repeat(64) };
    const { findings } = await auditBooks({ noted }, stage);
    expect(findings).toMatchObject([{ invariant: "I10", subject: `link ${noted.position}` }]);
    expect((await auditBooks({ noted: head }, stage)).findings).toEqual([]);
  });
});
