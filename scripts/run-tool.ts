import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root";

interface ToolResult {
  ok: boolean;
  output: string;
}

/**
 * Runs a tool of node_modules by its package ("eslint") or package and command ("typescript:tsc"), without a shell.
 * @param echo also shows the output while it comes
 */
export function runTool(tool: string, args: readonly string[], env: Record<string, string> = {}, echo = false): Promise<ToolResult> {
  const [packageName = "", command = packageName] = tool.split(":");
  const folder = join(projectRoot, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { bin: string | Record<string, string> };
  const script = join(folder, typeof bin === "string" ? bin : (bin[command] ?? ""));
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: projectRoot,
      env: { ...process.env, FORCE_COLOR: "0", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        if (echo) process.stdout.write(chunk);
      });
    }
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}
