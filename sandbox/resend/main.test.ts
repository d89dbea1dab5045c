import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resend } from "resend";
import { expect, onTestFinished, test } from "vitest";
import { EMAIL_EVENT_TYPES } from "./entries";
import { MAIL, webhookReceiver } from "./test-sandbox";

/** Starts the real process on a free port; resolves with its address or with what it said before it ended. */
async function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "main.ts")], {
    env: { ...process.env, SANDBOX_RESEND_PORT: "0", ...env },
  });
  const exited = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exited;
  });
  let said = "";
  const url = new Promise<string | null>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const [found] = /http:\/\/\S+/.exec(said) ?? [];
      if (found) resolve(found);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("exit", () => resolve(null));
  });
  return { child, exited, url: await url, said: () => said };
}

test(
  "kill -9 between answer and delivery loses neither the mail nor its webhooks",
  { timeout: 30_000 },
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "resend main "));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const receiver = await webhookReceiver();
    receiver.status = 503;
    const first = await start({ SANDBOX_DATA_DIR: dataDir });
    const resend = new Resend("re_test", { baseUrl: first.url ?? "" });
    await resend.webhooks.create({ endpoint: receiver.url, events: [...EMAIL_EVENT_TYPES] });
    const { data } = await resend.emails.send(MAIL, { idempotencyKey: "k" });
    first.child.kill("SIGKILL");
    await first.exited;

    receiver.status = 200;
    const second = await start({ SANDBOX_DATA_DIR: dataDir });
    const after = new Resend("re_test", { baseUrl: second.url ?? "" });
    expect((await after.emails.send(MAIL, { idempotencyKey: "k" })).data).toEqual(data);
    expect((await after.emails.list()).data?.data).toHaveLength(1);
    const types = () => [...new Set(receiver.types())].toSorted();
    await expect.poll(types, { timeout: 10_000 }).toEqual(["email.delivered", "email.sent"]);
    second.child.kill("SIGTERM");
    expect(await second.exited).toEqual([0, null]);
  }
);

test("says in one line what is wrong and ends with 1", { timeout: 30_000 }, async () => {
  const { exited, said } = await start({ SANDBOX_DATA_DIR: "", VOUCH_URL: "nonsense" });
  expect(await exited).toEqual([1, null]);
  expect(said()).toContain("SANDBOX_DATA_DIR");
});
