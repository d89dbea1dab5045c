import { beforeAll, expect, it } from "vitest";
import { anOutcomeMail, aReader } from "~/testing/builders/notices";
import { testResend } from "~/testing/resend-sandbox";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import type { Database } from "~/platform/db.server";
import { queueMail } from "./queue-mail.server";
import { sendMail } from "./send-mail.server";

let test: TestDatabase;
let provider: Awaited<ReturnType<typeof testResend>>;
beforeAll(async () => {
  test = await testDatabase();
  provider = await testResend({ timeoutMs: 500 });
});

const KINDS = [
  "reset_before", "reset_after", "error_500_before", "error_500_after", "rate_limited", "conflict", "hang_before",
  "hang_after", "drip", "garbage_json", "truncated", "wrong_content_type",
];
const HANGING = new Set(["hang_before", "hang_after", "drip"]);
const MAILS = 100;
const HOURS_25_MS = 25 * 3_600_000;

/** A worker that is killed each time after the provider answered. */
const dyingDb = (): Database => ({
  transaction(name, work) {
    if (name === "finish-mail") throw new Error("killed");
    return test.db.transaction(name, work);
  },
});

async function inTens<Item>(items: Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < items.length; i += 10) await Promise.all(items.slice(i, i + 10).map(work));
}

const statuses = async () => {
  const rows = await test.db.transaction("read", (tx) => tx.mail.findMany({ select: { id: true, status: true } }));
  return new Map(rows.map(({ id, status }) => [id, status as string]));
};

/** The worker's rounds: every mail that is not settled gets another try. */
async function sendAll(ids: string[], seen: Set<string>): Promise<void> {
  for (let round = 0; round < 8; round++) {
    const standing = await statuses();
    const open = ids.filter((id) => ["queued", "sending", "unknown"].includes(standing.get(id) ?? ""));
    if (open.length === 0) return;
    await inTens(open, (mailId) => sendMail({ mailId }, { db: test.db, clock: test.clock, gateway: provider.gateway }));
    const after = await statuses();
    for (const id of ids) seen.add(after.get(id) ?? "");
    test.clock.advance({ minutes: 5 });
  }
}

it("F11: twelve kinds of faults, killed workers and a day away make no mail twice and lose none", async () => {
  const mails: { mailId: string; email: string }[] = [];
  await inTens([...Array(MAILS).keys()], async (i) => {
    const reader = await aReader(test.db, { email: `reader-${i}@reader.example` });
    mails[i] = { ...(await queueMail(anOutcomeMail(reader.id), test)), email: reader.email as string };
  });
  const ids = mails.map(({ mailId }) => mailId);
  for (const [i, { email }] of mails.entries()) {
    const kind = KINDS[i % KINDS.length];
    // A hanging answer costs its whole deadline: once each is enough.
    const count = HANGING.has(kind ?? "") ? 1 : 1 + (i % 3);
    const fault = { kind, method: "POST", path: "/emails", contains: `"${email}"`, count, durationMs: 3_000 };
    await provider.control("POST", "/faults", fault);
  }
  await provider.control("POST", "/faults", { kind: "refuse", method: "POST", path: "/emails", skip: 20, count: 5 });

  const killed = ids.filter((_, i) => i % 7 === 0);
  const away = ids.filter((_, i) => i % 11 === 0);
  await inTens([...new Set([...killed, ...away])], (mailId) =>
    sendMail({ mailId }, { db: dyingDb(), clock: test.clock, gateway: provider.gateway }).catch(() => undefined),
  );

  const seenWithin = new Set<string>();
  await sendAll(ids.filter((id) => !away.includes(id)), seenWithin);
  expect(seenWithin).not.toContain("unknown");

  await provider.control("DELETE", "/faults");
  test.clock.advance({ hours: 25 });
  await provider.control("POST", "/clock", { advanceMs: HOURS_25_MS });
  await sendAll(away, new Set());

  const accepted = new Map<string, number>();
  for (const { tags } of await provider.mails()) {
    const id = tags.find(({ name }) => name === "mail")?.value ?? "";
    accepted.set(id, (accepted.get(id) ?? 0) + 1);
  }
  expect([...accepted.values()].filter((times) => times !== 1)).toEqual([]);
  expect([...accepted.keys()].toSorted()).toEqual(ids.toSorted());
  const standing = await statuses();
  expect(ids.filter((id) => !["sent", "delivered"].includes(standing.get(id) ?? ""))).toEqual([]);
}, 120_000);
