import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { afterAll, expect, it } from "vitest";
import { HeardEvents } from "./heard-events";

const folder = mkdtempSync(join(tmpdir(), "vouch-shop-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const now = new Date();
const body = JSON.stringify({ id: "evt_1", type: "reward.approved", data: { id: "rwd_1", status: "approved" } });

function signed(text = body, secret = SECRET) {
  const headers = { "webhook-id": "evt_1", "webhook-timestamp": String(Math.floor(now.getTime() / 1000)) };
  return { ...headers, "webhook-signature": new Webhook(secret).sign("evt_1", now, text) };
}

it("takes what is signed with the secret it was given, once, also after a restart", async () => {
  const file = join(folder, "hooks.jsonl");
  const first = new HeardEvents(file);
  expect([first.listening, first.hear(body, signed(), now)]).toEqual([false, 400]);
  expect([first.useSecret("nonsense"), first.useSecret(SECRET), first.listening]).toEqual([false, true, true]);
  expect(first.hear(body, signed(), now)).toBe(204);
  await first.close();
  const second = new HeardEvents(file);
  expect(second.hear(body, signed(), new Date(now.getTime() + 1_000))).toBe(204);
  expect(second.list()).toEqual([{ id: "evt_1", type: "reward.approved", at: now.toISOString(), times: 2, about: "rwd_1", status: "approved" }]);
  await second.close();
});

it("refuses what is not signed, changed, or no event, and is closed when it says so", () => {
  const heard = new HeardEvents(null);
  heard.useSecret(SECRET);
  expect(heard.hear(body, {}, now)).toBe(400);
  expect(heard.hear(body.replace("rwd_1", "rwd_2"), signed(), now)).toBe(400);
  expect(heard.hear(body, signed(body, `whsec_${Buffer.alloc(32, 8).toString("base64")}`), now)).toBe(400);
  expect(heard.hear("{}", signed("{}"), now)).toBe(400);
  expect(heard.hear("not json", signed("not json"), now)).toBe(400);
  heard.open = false;
  expect(heard.hear(body, signed(), now)).toBe(503);
  expect(heard.list()).toEqual([]);
});
