import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { StartError } from "./progress";
import { projectRoot } from "./project-root";

const SOURCES = ["app", "public", "prisma/schema", "docs/wire-a-shop", "scripts/browser-script.ts", "package-lock.json", "vite.config.ts", "remix.config.js", "tsconfig.json"];
const stamp = join(projectRoot, "build", ".built-from");

/** Generates the database client and builds web and worker, unless the last build was made from these very files. */
export function buildIfNeeded(): boolean {
  const wanted = hashOfSources();
  const clientThere = existsSync(join(projectRoot, "prisma", "generated", "client.ts"));
  if (clientThere && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
  generateClient();
  runBin("remix", ["vite:build"], { NODE_ENV: "production" });
  compressFiles(join(projectRoot, "build", "client"));
  writeFileSync(stamp, wanted);
  return true;
}

/** Puts the smallest form of every text file beside it, once, so that no request waits for a compression this thorough. */
function compressFiles(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(js|css|svg|txt)$/.test(name)) continue;
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

/**
 * Generates the Prisma client. Prisma asks for its native engine although generating needs none: any executable
 * satisfies it, and nothing is downloaded (docs/decisions/005-migrations-without-a-download.md).
 */
export function generateClient(): void {
  runBin("prisma", ["generate"], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" });
}

function runBin(name: string, args: string[], env: Record<string, string>): void {
  const packageFolder = join(projectRoot, "node_modules", name === "remix" ? "@remix-run/dev" : name);
  const { bin } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const script = join(packageFolder, typeof bin === "string" ? bin : (bin[name] ?? ""));
  try {
    execFileSync(process.execPath, [script, ...args], {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    process.stderr.write(Buffer.concat([stdout ?? Buffer.alloc(0), stderr ?? Buffer.alloc(0)]));
    throw new StartError(`The build failed at ${name}; what it said stands above.`);
  }
}

function hashOfSources(): string {
  const hash = createHash("sha256").update(process.versions.node);
  for (const source of SOURCES) addToHash(join(projectRoot, source), hash);
  return hash.digest("hex");
}

function addToHash(path: string, hash: ReturnType<typeof createHash>): void {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addToHash(join(path, name), hash);
  } else {
    hash.update(relative(projectRoot, path)).update(readFileSync(path));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) buildIfNeeded();
