import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

const WELL_KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * A Chromium for the browser journeys: Playwright's own, one of the machine's, else one installed now
 * (Playwright's download first, Debian's package where that host cannot be reached).
 * @throws Error when none of these works
 */
export function findChromium(): string {
  const present = [chromium.executablePath(), ...WELL_KNOWN].find((path) => path && existsSync(path));
  if (present) return present;
  console.log("  no Chromium here: installing one …");
  spawnSync(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"], {
    stdio: "ignore",
    timeout: 120_000,
  });
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  try {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { stdio: "ignore" });
    return "/usr/bin/chromium";
  } catch {
    throw new Error("No Chromium was found and none could be installed. Install Chromium and run npm test again.");
  }
}
