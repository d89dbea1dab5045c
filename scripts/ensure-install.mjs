// Runs before `npm start` and `npm test`, with nothing installed yet: plain Node, no dependency.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Vouch needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

const stamp = join(root, "node_modules", ".vouch-installed");
const wanted = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .update(`${process.platform}-${process.arch}-${process.versions.modules}`)
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  const started = Date.now();
  console.log("  installing the packages of the lockfile …");
  const install = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (install.status !== 0) {
    console.error("The packages could not be installed (npm ci failed, see above). Is the package registry reachable?");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
  console.log(`  installed the packages (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
