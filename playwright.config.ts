import { defineConfig } from "playwright/test";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // Two cores: one browser and one copy of the product each.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json"]],
  globalSetup: "./e2e/global-setup.ts",
  projects: [
    { name: "journeys", testIgnore: "**/kills.spec.ts" },
    // Afterwards, with the machine for itself.
    { name: "kills", testMatch: "**/kills.spec.ts", dependencies: ["journeys"] },
  ],
  use: {
    launchOptions: {
      executablePath: process.env.VOUCH_CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
    locale: "en-GB",
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
  },
});
