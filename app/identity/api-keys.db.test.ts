import { beforeAll, describe, expect, it } from "vitest";
import { NotFoundError } from "~/platform/errors";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { createApiKey } from "./create-api-key.server";
import { findApiKey } from "./find-api-key.server";
import { listApiKeys } from "./list-api-keys.server";
import { revokeApiKey } from "./revoke-api-key.server";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});

const aKey = () => createApiKey({ name: "shop", scopes: ["track"], by: "operator" }, test);
const caller = (key: string) => findApiKey(`Bearer ${key}`, test);

describe("API keys (P1)", () => {
  it("name the caller and what it may do, and say which world they are from", async () => {
    const { id, key } = await aKey();
    expect(key).toMatch(/^vouch_test_/);
    expect(await caller(key)).toEqual({ id, scopes: ["track"] });
  });

  it("are refused with any one character changed", async () => {
    const { key } = await aKey();
    for (let i = 0; i < key.length; i++) {
      const changed = key.slice(0, i) + (key[i] === "a" ? "b" : "a") + key.slice(i + 1);
      expect(await caller(changed)).toBeNull();
    }
  });

  it("stop at once when revoked, in fifty parallel calls too (I40)", async () => {
    const { id, key } = await aKey();
    await revokeApiKey({ id, by: "operator" }, test);
    const callers = await Promise.all(Array.from({ length: 50 }, () => caller(key)));
    expect(callers.every((one) => one === null)).toBe(true);
    await revokeApiKey({ id, by: "operator" }, test);
    await expect(revokeApiKey({ id: "apk_none", by: "operator" }, test)).rejects.toThrow(NotFoundError);
    const { rows } = await test.db.pool.query("select action from audit_entry where object = $1 order by id", [id]);
    expect(rows.map((row) => row.action)).toEqual(["api_key.created", "api_key.revoked"]);
  });

  it("show when they were last used, and never themselves", async () => {
    const { id, key } = await aKey();
    const listed = async () => (await listApiKeys(test)).find((one) => one.id === id);
    expect((await listed())?.lastUsedAt).toBeNull();
    await caller(key);
    const first = test.clock.now();
    test.clock.advance({ seconds: 59 });
    await caller(key);
    expect((await listed())?.lastUsedAt).toEqual(first);
    test.clock.advance({ seconds: 1 });
    await caller(key);
    expect((await listed())?.lastUsedAt).toEqual(test.clock.now());
    const { rows } = await test.db.pool.query("select to_jsonb(k) as row from api_key k");
    expect(JSON.stringify([rows, await listed()])).not.toContain(key.slice(-43));
  });
});
