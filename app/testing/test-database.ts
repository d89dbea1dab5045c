import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { PostgresDatabase } from "~/platform/db.server";
import type { ConnectionUrls } from "../../scripts/migrate";
import { cloneTemplate } from "./template-database";
import { TestClock } from "./test-clock";

export interface TestDatabase {
  /** Connected as the role `app`, so that missing rights show in tests. */
  db: PostgresDatabase;
  clock: TestClock;
  /** The other roles' connections to the same database. */
  urls: ConnectionUrls;
}

/** A fresh clone of the migrated template. Call it once per test file, in `beforeAll`; it closes itself. */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, password } = inject("cluster");
  const urls = await cloneTemplate(adminUrl, password, `test_${randomBytes(6).toString("hex")}`);
  const db = new PostgresDatabase(urls.app, { poolSize: 20 });
  afterAll(() => db.close());
  return { db, clock: new TestClock(), urls };
}
