import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfNeeded, generateClient } from "./build";
import { findChromium } from "./find-chromium";
import { findTools } from "./find-tool";
import { runMain, step } from "./progress";
import { runTool } from "./run-tool";

/** Everything, in the order in which a mistake is cheapest to find; ends with one plain line of counts. */
runMain(async () => {
  const folder = mkdtempSync(join(tmpdir(), "vouch-report-"));
  const report = (name: string) => join(folder, `${name}.json`);
  const counts = { passed: 0, failed: 0 };

  /** One tool that only says yes or no counts as one test. */
  const gate = async (what: string, work: () => Promise<{ ok: boolean; output: string }>) => {
    const { ok, output } = await step(what, work);
    if (ok) counts.passed += 1;
    else {
      counts.failed += 1;
      console.log(output);
    }
  };
  /** A test runner whose report says how many; a runner that crashed without one counts as a failure. */
  const suite = async (what: string, read: () => { passed: number; failed: number }, work: () => Promise<{ ok: boolean; output: string }>) => {
    const { ok, output } = await step(what, work);
    const result = readOr(read, { passed: 0, failed: 1 });
    if (!ok && result.failed === 0) result.failed = 1;
    counts.passed += result.passed;
    counts.failed += result.failed;
    if (!ok) console.log(output);
  };

  await step("database client", () => generateClient());
  await gate("lint", () => runTool("eslint", ["."]));
  await gate("types", () => runTool("typescript:tsc", ["--noEmit", "-p", "."]));
  await gate("unused code", () => runTool("knip", []));
  for (const project of ["unit", "db"]) {
    await suite(`${project === "unit" ? "pure" : "database"} tests`, () => vitestCounts(report(project)), () =>
      runTool("vitest", ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report(project)}`]),
    );
  }
  await gate("production build", async () => {
    buildIfNeeded();
    return { ok: true, output: "" };
  });
  const chromium = await step("browser", () => findChromium());
  await step("PHP, Python, curl", () => findTools());
  await suite("browser journeys", () => playwrightCounts(report("e2e")), () =>
    runTool("playwright", ["test"], { VOUCH_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report("e2e") }),
  );

  rmSync(folder, { recursive: true, force: true });
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
  process.exit(counts.failed === 0 ? 0 : 1);
});

function readOr<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function vitestCounts(file: string) {
  const { numPassedTests, numFailedTests, numFailedTestSuites, numTotalTests } = JSON.parse(readFileSync(file, "utf8")) as Record<
    "numPassedTests" | "numFailedTests" | "numFailedTestSuites" | "numTotalTests",
    number
  >;
  // A test that is neither passed nor failed was skipped, and a skipped test is a failure here.
  const skipped = numTotalTests - numPassedTests - numFailedTests;
  return { passed: numPassedTests, failed: numFailedTests + skipped || (numFailedTestSuites > 0 ? 1 : 0) };
}

function playwrightCounts(file: string) {
  const { stats } = JSON.parse(readFileSync(file, "utf8")) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}
