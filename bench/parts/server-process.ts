import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { projectRoot } from "../../scripts/project-root";

export interface ServerProcess {
  /** What the process said before it was ready; its port, as a rule. */
  readonly said: unknown;
  readonly pid: number;
  /** Asks it to end, or ends it at once with SIGKILL. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a Node process that says so when it is ready (an IPC message). Its output goes to a file, as in production.
 * @throws Error when it ends before that
 */
export function startServer(args: string[], env: NodeJS.ProcessEnv, logFile: string): Promise<ServerProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
    const log = createWriteStream(logFile, { flags: "a" });
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
    const ended = new Promise<void>((end) => child.once("exit", () => end()));
    const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
      child.kill(signal);
      await ended;
    };
    child.once("message", (said) => resolve({ said, pid: child.pid ?? 0, stop }));
    child.once("exit", (code) => reject(new Error(`${args.join(" ")} ended (${code}) before it was ready; see ${logFile}.`)));
  });
}
