import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { databaseOf } from "./database";
import { Load } from "./load";
import { startProduct, type Product } from "./product";

const KILLS = 20;
const PORT = 4400;
/** Web and worker die twice as often as the database, which takes longest to come back. */
const TARGETS = ["web", "web", "worker", "worker", "postgres"] as const;

/** Signs of life ten times as often as in production, so that the test need not wait for them. */
const QUICK = {
  WORKER_BEAT_MS: "500",
  WORKER_SILENCE_MS: "3000",
  WORKER_SWEEP_MS: "1000",
  WORKER_POLL_MS: "200",
  // The load comes from many addresses, as clicks do.
  TRUSTED_PROXY_HOPS: "1",
};

let product: Product;
test.afterEach(() => product.stop());

test("twenty random kills lose nothing that was acknowledged, and double nothing (F1, F2, F4)", async () => {
  test.setTimeout(400_000);
  const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
  console.log(`  FAULT_SEED=${seed}`);
  const dataDir = join(process.env.VOUCH_E2E_FOLDER ?? "", "kills");
  execFileSync("cp", ["-a", join(process.env.VOUCH_E2E_FOLDER ?? "", "template"), dataDir]);
  product = await startProduct(dataDir, PORT, QUICK);
  const pool = databaseOf(product);
  pool.on("error", () => undefined);

  const load = await Load.start(product, pool, seed);
  for (let n = 0; n < KILLS; n++) {
    await load.pause(800, 1_800);
    kill(TARGETS[load.choose(TARGETS.length)] ?? "web");
  }
  await load.stop();

  await expect.poll(() => fetch(`${product.url}/readyz`).then((answer) => answer.ok, () => false), { timeout: 60_000 }).toBe(true);
  const one = async (sql: string, values: unknown[] = []): Promise<number> => {
    const { rows } = await pool.query<{ n: number }>(sql, values);
    return rows[0]?.n ?? -1;
  };
  const { clicks, payments, approvals } = load.acknowledged;
  console.log(`  acknowledged: ${clicks.length} clicks, ${payments.length} payments, ${approvals.length} approvals`);
  expect([clicks.length > 20, payments.length > 5, approvals.length > 0]).toEqual([true, true, true]);

  // Quiet first: every payment told, every event processed, no job left.
  const told = "select count(*)::int as n from purchase where payment_intent_id = any($1)";
  await expect.poll(() => one(told, [payments]), { timeout: 90_000 }).toBe(payments.length);
  const unfinished = `select jobs.waiting() + (select count(*)::int from inbox_event where status = 'received')
                           + (select count(*)::int from mail where status in ('queued', 'sending') and not_before <= app_now()) as n`;
  await expect.poll(() => one(unfinished), { timeout: 90_000 }).toBe(0);

  // Clicks: each one that was answered is stored, once.
  expect(await one("select count(*)::int as n from clicks.click where id = any($1)", [clicks])).toBe(clicks.length);
  // Payments: one decision each.
  const decided = `select count(*)::int as n from conversion c join purchase p on p.id = c.purchase_id where p.payment_intent_id = any($1)`;
  expect(await one(decided, [payments])).toBe(payments.length);
  // Approvals: each one that was answered stands, with one step and one audit row.
  const steps = `select count(*)::int as n from reward_event where reward_id = any($1) and to_status = 'approved'`;
  expect(await one(steps, [approvals])).toBe(approvals.length);
  const audited = `select count(*)::int as n from audit_entry where object = any($1) and action = 'reward.approved'`;
  expect(await one(audited, [approvals])).toBe(approvals.length);
  // Money: every reward's entries add up to what is due.
  const drifted = `select count(*)::int as n from reward r
     where r.status not in ('paid', 'partly_reversed', 'reversed')
       and r.due_minor <> coalesce((select -sum(e.amount_minor) from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
             join ledger_account a on a.id = e.account_id where t.subject = r.id and a.code ~ '^champion_'), 0)`;
  expect(await one(drifted)).toBe(0);
  // Mails: the provider accepted each once, and every one that we call sent is among them.
  const journal = (await (await fetch(`${product.inbox}/_control/journal?kind=email.accepted`)).json()) as {
    effects: { idempotencyKey: string }[];
  };
  const accepted = journal.effects.map(({ idempotencyKey }) => idempotencyKey);
  expect(new Set(accepted).size).toBe(accepted.length);
  expect(await one("select count(*)::int as n from mail where sent_at is not null and bundle_id is null and id <> all($1)", [accepted])).toBe(0);
  expect(await one("select count(*)::int as n from mail where status in ('failed', 'unknown')")).toBe(0);

  await pool.end();

  function kill(name: (typeof TARGETS)[number]): void {
    const pid =
      name === "postgres"
        ? Number(readFileSync(join(serverFolder(), "postmaster.pid"), "utf8").split("\n")[0])
        : (JSON.parse(readFileSync(join(dataDir, "processes.json"), "utf8")) as Record<string, number>)[name];
    try {
      if (pid) process.kill(pid, "SIGKILL");
    } catch {
      // Already gone: the last kill has not been mended yet.
    }
  }

  function serverFolder(): string {
    return join(dataDir, "postgres");
  }
});
