import { execFileSync, spawnSync } from "node:child_process";

/** What runs a shop's lines, with the Debian package that holds it. */
const PACKAGES = { php: "php-cli", python3: "python3", curl: "curl" } as const;

type Tool = keyof typeof PACKAGES;

/**
 * The name under which a program of this machine runs a shop's lines; installed now where it is missing.
 * @throws Error when there is none and none could be installed
 */
export function findTool(tool: Tool): Tool {
  if (runs(tool)) return tool;
  console.log(`  no ${tool} here: installing it …`);
  try {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", PACKAGES[tool]], { stdio: "ignore" });
  } catch {
    // Said below, in one sentence.
  }
  if (!runs(tool)) throw new Error(`No ${tool} was found and none could be installed. Install ${tool} and run npm test again.`);
  return tool;
}

/** Looks for all of them before the first test needs one: installing takes longer than a test may. */
export function findTools(): void {
  for (const tool of Object.keys(PACKAGES) as Tool[]) findTool(tool);
}

function runs(tool: Tool): boolean {
  return spawnSync(tool, ["--version"], { stdio: "ignore" }).status === 0;
}
