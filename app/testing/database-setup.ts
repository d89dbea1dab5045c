import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildTemplate } from "./template-database";
import { startPostgres } from "../../scripts/embedded-postgres";

declare module "vitest" {
  export interface ProvidedContext {
    /** A superuser connection to the throw-away cluster, and the password of its roles. */
    cluster: { adminUrl: string; password: string };
  }
}

/** One throw-away cluster for the whole run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "vouch-test-"));
  chmodSync(folder, 0o755);
  const password = "test";
  const server = await startPostgres({
    directory: join(folder, "postgres"),
    port: await freePort(),
    password,
    // Speed, not durability: the kill tests use a cluster of their own.
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
  });
  await buildTemplate(server.adminUrl, password);
  project.provide("cluster", { adminUrl: server.adminUrl, password });
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
