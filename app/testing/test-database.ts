import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { PostgresDatabase } from "~/platform/db.server";
import { ClickRecorder } from "~/sharing/click-recorder.server";
import type { ConnectionUrls } from "../../scripts/migrate";
import { cloneTemplate } from "./template-database";
import { TestClock } from "./test-clock";

export interface TestDatabase {
  /** Connected as the role `app`, so that missing rights show in tests. */
  db: PostgresDatabase;
  clock: TestClock;
  /** What writes clicks to it. */
  clicks: ClickRecorder;
  /** The other roles' connections to the same database. */
  urls: ConnectionUrls;
  /** A superuser's connection to it, for what no role of ours may do. */
  superuser: string;
}

/** A fresh clone of the migrated template. Call it once per test file, in `beforeAll`; it closes itself. */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, password } = inject("cluster");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const urls = await cloneTemplate(adminUrl, password, name);
  const db = new PostgresDatabase(urls.app, { poolSize: 20 });
  const clicks = testRecorder(urls.app);
  afterAll(async () => {
    await clicks.close();
    await db.close();
  });
  return { db, clock: new TestClock(), clicks, urls, superuser: new URL(name, adminUrl).href };
}

/** A recorder of clicks like that of a process which was started just now, with more patience for a busy machine. */
export function testRecorder(connectionString: string, patienceMs = 20_000): ClickRecorder {
  const folder = join(tmpdir(), "vouch-test-clicks", randomBytes(6).toString("hex"));
  return new ClickRecorder({ connectionString, folder, patienceMs });
}
