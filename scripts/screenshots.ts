import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "playwright";
import { findChromium } from "./find-chromium";
import { runMain, StartError } from "./progress";
import { projectRoot } from "./project-root";

const MOST_BYTES = 150 * 1024;
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

interface Picture {
  name: string;
  as?: "champion" | "approver" | "marketer";
  size: { width: number; height: number };
  dark?: true;
  /** Leads to what is to be seen. */
  go: (page: Page) => Promise<unknown>;
}

const PICTURES: Picture[] = [
  { name: "program", size: DESK, go: (page) => page.goto("/p/friends") },
  { name: "portal-phone", as: "champion", size: PHONE, go: (page) => page.goto("/portal") },
  { name: "landing-phone-dark", size: PHONE, dark: true, go: (page) => page.goto("/r/MILA") },
  { name: "desk-queue", as: "approver", size: DESK, go: (page) => page.goto("/desk/queue") },
  {
    name: "desk-reward",
    as: "approver",
    size: DESK,
    go: async (page) => {
      await page.goto("/desk/queue?view=fulfilled");
      await page.goto((await page.locator("aside a[href^='/desk/rewards/']").getAttribute("href")) ?? "/desk");
    },
  },
  { name: "marketing", as: "marketer", size: DESK, go: (page) => page.goto("/marketing") },
];

/** Makes the README's pictures from a demo that runs: `npm start` first, then `npm run screenshots`. */
runMain(async () => {
  const baseURL = `http://localhost:${process.env.PORT ?? 3000}`;
  const running = await fetch(`${baseURL}/readyz`).then((answer) => answer.ok, () => false);
  if (!running) throw new StartError(`Nothing answers at ${baseURL}. Start the demo first: npm start`);
  const folder = join(projectRoot, "docs", "pictures");
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  for (const { name, as, size, dark, go } of PICTURES) {
    const context = await browser.newContext({ baseURL, locale: "en-GB", viewport: size, colorScheme: dark ? "dark" : "light" });
    const page = await context.newPage();
    if (as) {
      await page.goto("/demo/sign-in");
      await page.locator(`form:has(input[name="key"][value="${as}"])`).getByRole("button").click();
      await page.waitForURL(/\/(portal|desk|marketing)/);
    }
    await go(page);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path, animations: "disabled" });
    await context.close();
    const { size: bytes } = statSync(path);
    if (bytes > MOST_BYTES) throw new StartError(`${name}.png has ${bytes} bytes, more than ${MOST_BYTES}.`);
    console.log(`${name}.png ${Math.round(bytes / 1024)} KB`);
  }
  await browser.close();
});
