import { beforeAll, describe, expect, it } from "vitest";
import { NotFoundError } from "~/platform/errors";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { changePublishableKey } from "./change-publishable-key.server";
import { createPublishableKey } from "./create-publishable-key.server";
import { findApiKey } from "./find-api-key.server";
import { findPublishableKey } from "./find-publishable-key.server";
import { listPublishableKeys } from "./list-publishable-keys.server";
import { revokePublishableKey } from "./revoke-publishable-key.server";

const SHOP = "https://shop.example";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const aKey = () => createPublishableKey({ name: "web shop", origins: [SHOP], by: "operator" }, test);
const caller = (key: string, origin = SHOP) => findPublishableKey({ header: `Bearer ${key}`, origin }, test);

describe("keys for a shop's pages (P16)", () => {
  it("are good on their own origins alone, to the letter", async () => {
    const { id, key } = await aKey();
    expect(await caller(key)).toEqual({ id, allowed: true });
    for (const origin of ["https://evil.example", "http://shop.example", "https://shop.example:8443", "https://a.shop.example", "null"]) {
      expect(await caller(key, origin)).toEqual({ id, allowed: false });
    }
  });

  it("open nothing that a secret key opens", async () => {
    const { key } = await aKey();
    expect(await findApiKey(`Bearer ${key}`, test)).toBeNull();
  });

  it("follow a change of their origins at the next call", async () => {
    const { id, key } = await aKey();
    await changePublishableKey({ id, origins: ["https://new.example"], by: "operator" }, test);
    expect((await caller(key))?.allowed).toBe(false);
    expect((await caller(key, "https://new.example"))?.allowed).toBe(true);
  });

  it("stop at once when revoked, for good (I40)", async () => {
    const { id, key } = await aKey();
    await revokePublishableKey({ id, by: "operator" }, test);
    await revokePublishableKey({ id, by: "operator" }, test);
    expect(await Promise.all(Array.from({ length: 20 }, () => caller(key)))).toEqual(Array(20).fill(null));
    await expect(changePublishableKey({ id, origins: [SHOP], by: "operator" }, test)).rejects.toThrow(NotFoundError);
    await expect(revokePublishableKey({ id: "pub_none", by: "operator" }, test)).rejects.toThrow(NotFoundError);
    const { rows } = await test.db.pool.query("select action from audit_entry where object = $1 order by id", [id]);
    expect(rows.map((row) => row.action)).toEqual(["publishable_key.created", "publishable_key.revoked"]);
  });

  it("can be read any time, with the use that was allowed last", async () => {
    const { id, key } = await aKey();
    const listed = async () => (await listPublishableKeys(test)).find((one) => one.id === id);
    await caller(key, "https://evil.example");
    expect(await listed()).toMatchObject({ key, name: "web shop", origins: [SHOP], lastUsedAt: null, revokedAt: null });
    await caller(key);
    expect((await listed())?.lastUsedAt).toEqual(test.clock.now());
  });

  it("have at least one origin", async () => {
    await expect(createPublishableKey({ name: "none", origins: [], by: "operator" }, test)).rejects.toThrow();
  });
});
