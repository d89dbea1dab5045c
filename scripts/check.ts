import { runMain, step, StartError } from "./progress";
import { runTool } from "./run-tool";
import { generateClient } from "./build";

/** The fast part of the tests: lint, types, unused code, pure tests. */
runMain(async () => {
  await step("database client", () => generateClient());
  for (const [what, name, args] of [
    ["lint", "eslint", ["."]],
    ["types", "typescript:tsc", ["--noEmit", "-p", "."]],
    ["unused code", "knip", []],
    ["pure tests", "vitest", ["run", "--project", "unit"]],
  ] as const) {
    const { ok, output } = await step(what, () => runTool(name, args));
    if (!ok) throw new StartError(`${output}\n${what}: failed`);
  }
});
