import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectionUrls, ensureDatabase, ensureRoles, withClient } from "../../scripts/database-cluster";
import { startPostgres } from "../../scripts/embedded-postgres";
import { migrate, type ConnectionUrls } from "../../scripts/migrate";

const PASSWORD = "bench";

/** A PostgreSQL of the run's own, with the settings it comes with: every commit is on the disk. */
export interface Cluster {
  /** A migrated database of this name. */
  database(name: string): Promise<ConnectionUrls>;
  /** The same tables and rows once more. Nobody may be connected to the first. */
  copyOf(name: string, copy: string): Promise<ConnectionUrls>;
  /** A superuser's connection to one of the databases. */
  adminUrl(name: string): string;
  /** To the server and each process it made: SIGSTOP makes it silent, SIGCONT ends that, SIGKILL makes it refuse. */
  signal(signal: NodeJS.Signals): void;
  /** Starts it again after a SIGKILL. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function throwawayCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "vouch-bench-"));
  chmodSync(folder, 0o755);
  const options = { directory: join(folder, "postgres"), port: await freePort(), password: PASSWORD };
  let server = await startPostgres(options);
  await ensureRoles(server.adminUrl, PASSWORD);
  const urls = (name: string) => connectionUrls(server.adminUrl, PASSWORD, name);
  return {
    async database(name) {
      await ensureDatabase(server.adminUrl, name);
      await migrate(urls(name));
      return urls(name);
    },
    async copyOf(name, copy) {
      await withClient(server.adminUrl, (client) => client.query(`create database ${copy} template ${name} owner vouch_migrate`));
      return urls(copy);
    },
    adminUrl(name) {
      const url = new URL(server.adminUrl);
      url.pathname = `/${name}`;
      return url.toString();
    },
    signal(signal) {
      for (const pid of [...childrenOf(server.pid), server.pid]) {
        try {
          process.kill(pid, signal);
        } catch {
          // One of its short-lived ones, which has ended by itself.
        }
      }
    },
    async restart() {
      server = await startPostgres(options);
    },
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number): number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return rows.map((row) => row.trim().split(/\s+/).map(Number)).flatMap(([child, parent]) => (child && parent === pid ? [child] : []));
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
