import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { expect, onTestFinished, test } from "vitest";
import { apiRoute } from "./api-route";
import { Faults } from "./faults";
import { IdempotencyKeys } from "./idempotency";
import { RateLimit } from "./rate-limit";
import { SandboxState } from "./state";

/** A disk that confirms nothing before it is told to. */
class HeldDisk extends SandboxState {
  confirm = () => {};
  readonly #confirmed = new Promise<void>((resolve) => (this.confirm = resolve));

  override settled(): Promise<void> {
    return this.#confirmed;
  }
}

test("an answer leaves only after the disk has confirmed its effect", async () => {
  const folder = mkdtempSync(join(tmpdir(), "resend-route-"));
  const state = new HeldDisk(folder);
  const parts = { state, faults: new Faults(), keys: new IdempotencyKeys(state), limit: new RateLimit() };
  const seen: string[] = [];
  const app = express();
  app.get(
    "/held",
    apiRoute(parts, () => {
      seen.push("effect");
      return { status: 200, body: {} };
    })
  );
  app.get("/free", (_request, response) => void response.end());
  const server = app.listen(0, "127.0.0.1");
  onTestFinished(async () => {
    server.close();
    await state.close();
    rmSync(folder, { recursive: true });
  });
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const held = fetch(`${url}/held`, { headers: { authorization: "Bearer re_test" } }).then((response) => {
    seen.push("answer");
    return response.status;
  });
  await expect.poll(() => seen).toEqual(["effect"]);
  for (let n = 0; n < 20; n += 1) await fetch(`${url}/free`);
  expect(seen).toEqual(["effect"]);
  state.confirm();
  expect(await held).toBe(200);
});
