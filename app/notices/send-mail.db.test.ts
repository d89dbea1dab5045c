import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOutcomeMail, aReader, sampleValues } from "~/testing/builders/notices";
import { testResend } from "~/testing/resend-sandbox";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import type { Database } from "~/platform/db.server";
import { withClient } from "../../scripts/database-cluster";
import { saveMailChoices } from "./mail-choices.server";
import { queueMail } from "./queue-mail.server";
import { reconcileMails } from "./reconcile-mails.server";
import { addSuppression } from "./recipient-store.server";
import { sendMail } from "./send-mail.server";

let test: TestDatabase;
let provider: Awaited<ReturnType<typeof testResend>>;
beforeAll(async () => {
  test = await testDatabase();
  provider = await testResend({ timeoutMs: 2_000 });
});
beforeEach(() => provider.control("DELETE", "/faults"));

const deps = () => ({ db: test.db, clock: test.clock, gateway: provider.gateway });
const send = (mailId: string) => sendMail({ mailId }, deps());
const rowOf = (id: string) => test.db.transaction("read", (tx) => tx.mail.findUniqueOrThrow({ where: { id } }));
const fault = (kind: string, more: object = {}) =>
  provider.control("POST", "/faults", { kind, method: "POST", path: "/emails", ...more });

async function aMail(values: { email?: string } = {}) {
  const reader = await aReader(test.db, values);
  return { reader, ...(await queueMail(anOutcomeMail(reader.id), test)) };
}

/** The worker is killed after the provider accepted and before it could write that down. */
const killed: Database = {
  transaction(name, work) {
    if (name === "finish-mail") throw new Error("killed");
    return test.db.transaction(name, work);
  },
};
const sendAndDie = (mailId: string) => expect(sendMail({ mailId }, { ...deps(), db: killed })).rejects.toThrow("killed");

/** Waiting jobs of a mail: when they run, in seconds from now. */
async function jobsOf(mailId: string): Promise<number[]> {
  return withClient(test.urls.worker, async (client) => {
    const { rows } = await client.query<{ seconds: number }>(
      "select extract(epoch from run_at - now())::float8 as seconds from graphile_worker._private_jobs where key = $1",
      [`mail:${mailId}`],
    );
    return rows.map(({ seconds }) => seconds);
  });
}

describe("sending", () => {
  it("hands the stored bytes over under the mail's own key", async () => {
    const { mailId, reader } = await aMail();
    expect(await jobsOf(mailId)).toHaveLength(1);
    await send(mailId);
    const [mail] = await provider.mails();
    expect(mail).toMatchObject({ to: [reader.email], subject: "€10.00 is yours: it comes off your next bill", idempotencyKey: mailId });
    expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(await rowOf(mailId)).toMatchObject({ status: "sent", providerId: mail?.id, attempts: 1, sentAt: test.clock.now() });
    await send(mailId);
    expect(await provider.acceptances(mailId)).toBe(1);
    expect((await rowOf(mailId)).attempts).toBe(1);
  });

  it.each([
    ["error_500_before", {}, 2],
    ["rate_limited", {}, 1],
    ["conflict", {}, 2],
    ["reset_after", {}, 2],
    ["hang_after", {}, 2],
  ])("tries again later after %s", async (kind, more, atLeastSeconds) => {
    const { mailId } = await aMail();
    await fault(kind, more);
    await send(mailId);
    expect((await rowOf(mailId)).status).toBe("queued");
    const [seconds] = await jobsOf(mailId);
    expect(seconds).toBeGreaterThan(atLeastSeconds - 1);
    await send(mailId);
    expect((await rowOf(mailId)).status).toBe("sent");
    expect(await provider.acceptances(mailId)).toBe(1);
  });

  it("fails for good when the provider refuses the mail itself", async () => {
    const reader = await aReader(test.db, { email: "no-dot@localhost" });
    const { mailId } = await queueMail(anOutcomeMail(reader.id), test);
    await send(mailId);
    expect(await rowOf(mailId)).toMatchObject({ status: "failed", reason: "validation_error", finalAt: test.clock.now() });
  });

  it("waits for its moment, and follows its reader to a new address until then", async () => {
    const reader = await aReader(test.db);
    const mails = [];
    for (let i = 0; i < 4; i++) mails.push(await queueMail(anOutcomeMail(reader.id), test));
    const { bundleId } = await rowOf(mails[3]!.mailId);
    await send(bundleId!);
    expect(await provider.acceptances(bundleId!)).toBe(0);
    const moved = `moved-${reader.id}@reader.example`;
    await test.db.transaction("move", (tx) => tx.person.update({ where: { id: reader.id }, data: { email: moved } }));
    test.clock.advance({ days: 7 });
    await send(bundleId!);
    expect((await provider.mails())[0]).toMatchObject({ to: [moved], subject: "2 pieces of news about your recommendations" });
    for (const { mailId } of mails.slice(2)) {
      await send(mailId);
      expect(await provider.acceptances(mailId)).toBe(0);
    }
  });

  it("gives a code up when it is of no use any more", async () => {
    const reader = await aReader(test.db);
    const values = sampleValues.sign_in_code[0]!;
    const { mailId } = await queueMail({ template: "sign_in_code", personId: reader.id, subjectId: "c", purpose: "portal", values }, test);
    test.clock.advance({ minutes: 11 });
    await send(mailId);
    expect(await rowOf(mailId)).toMatchObject({ status: "failed", reason: "too_late" });
    expect(await provider.acceptances(mailId)).toBe(0);
  });
});

describe("what was decided after queueing counts (I31)", () => {
  it("a bounce of that address", async () => {
    const { mailId, reader } = await aMail();
    await test.db.transaction("s", (tx) => addSuppression(tx, reader.email!, "complaint", test.clock.now()));
    await send(mailId);
    expect(await rowOf(mailId)).toMatchObject({ status: "suppressed", reason: "complaint" });
    expect(await provider.acceptances(mailId)).toBe(0);
  });

  it("a stop of that kind, also between two tries", async () => {
    const { mailId, reader } = await aMail();
    await fault("error_500_before");
    await send(mailId);
    await saveMailChoices({ personId: reader.id, offered: ["outcome"], wanted: [] }, test);
    await send(mailId);
    // The provider was asked, has never seen it, and so it ends as stopped.
    await send(mailId);
    expect(await rowOf(mailId)).toMatchObject({ status: "skipped", reason: "opted_out" });
    expect(await provider.acceptances(mailId)).toBe(0);
  });
});

describe("a worker killed after the acceptance (F11)", () => {
  it("within 23 hours: the next one uses the same key and the provider answers the same", async () => {
    const { mailId } = await aMail();
    await sendAndDie(mailId);
    expect((await rowOf(mailId)).status).toBe("sending");
    await send(mailId);
    expect((await rowOf(mailId)).status).toBe("sent");
    expect(await provider.acceptances(mailId)).toBe(1);
  });

  it("after 25 hours: nothing goes out blindly, the provider is asked", async () => {
    const { mailId } = await aMail();
    await sendAndDie(mailId);
    const other = await aMail();
    await send(other.mailId);
    test.clock.advance({ hours: 25 });
    await provider.control("POST", "/clock", { advanceMs: 25 * 3_600_000 });
    await send(mailId);
    expect(await rowOf(mailId)).toMatchObject({ status: expect.stringMatching(/sent|delivered/), providerId: expect.any(String) });
    expect(await provider.acceptances(mailId)).toBe(1);
  });

  it("after 25 hours without an acceptance: it goes out now", async () => {
    const { mailId } = await aMail();
    await fault("reset_before");
    await send(mailId);
    test.clock.advance({ hours: 25 });
    await provider.control("POST", "/clock", { advanceMs: 25 * 3_600_000 });
    await send(mailId);
    expect(await provider.acceptances(mailId)).toBe(0);
    await send(mailId);
    expect((await rowOf(mailId)).status).toBe("sent");
    expect(await provider.acceptances(mailId)).toBe(1);
  });

  it("stays unknown while the provider does not answer, and asks again in an hour", async () => {
    const { mailId } = await aMail();
    await sendAndDie(mailId);
    test.clock.advance({ hours: 24 });
    await provider.control("POST", "/faults", { kind: "error_500_before", method: "GET", path: "/emails" });
    await send(mailId);
    expect((await rowOf(mailId)).status).toBe("unknown");
    expect((await jobsOf(mailId))[0]).toBeGreaterThan(3_500);
    await send(mailId);
    expect((await rowOf(mailId)).status).toMatch(/sent|delivered/);
  });

  it("a declared-dead worker that wakes up changes nothing (I34)", async () => {
    const { mailId } = await aMail();
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    let called = () => {};
    const sleeping = new Promise<void>((resolve) => (called = resolve));
    const frozen = sendMail({ mailId }, {
      ...deps(),
      gateway: {
        ...provider.gateway,
        async sendEmail() {
          called();
          await asleep;
          return { result: "refused", problem: "validation_error" };
        },
      },
    });
    await sleeping;
    await send(mailId);
    wake();
    await frozen;
    expect((await rowOf(mailId)).status).toBe("sent");
  });
});

describe("catching up", () => {
  it("looks up what was handed over two days ago and never heard of", async () => {
    const { mailId } = await aMail();
    await send(mailId);
    test.clock.advance({ hours: 47 });
    await reconcileMails(deps());
    expect((await rowOf(mailId)).status).toBe("sent");
    test.clock.advance({ hours: 2 });
    await reconcileMails(deps());
    expect(await rowOf(mailId)).toMatchObject({ status: "delivered", finalAt: test.clock.now() });
  });

  it("wakes a due mail whose job was lost", async () => {
    const { mailId } = await aMail();
    await withClient(test.urls.worker, (client) => client.query("delete from graphile_worker._private_jobs where key = $1", [`mail:${mailId}`]));
    await reconcileMails(deps());
    expect(await jobsOf(mailId)).toEqual([]);
    test.clock.advance({ hours: 2 });
    await reconcileMails(deps());
    expect(await jobsOf(mailId)).toHaveLength(1);
  });
});
