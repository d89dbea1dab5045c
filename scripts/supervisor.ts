import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root";

const RESTART_MS = 300;
const STOP_MS = 20_000;

interface ProcessPlan {
  name: string;
  /** Arguments of `node`. */
  args: string[];
  env: NodeJS.ProcessEnv;
}

/** Keeps processes running: starts them, writes their output to a log file, starts them again when they die. */
export class Supervisor {
  readonly #children = new Map<string, ChildProcess>();
  #stopping = false;

  constructor(private readonly dataDir: string) {
    mkdirSync(join(dataDir, "logs"), { recursive: true });
  }

  /**
   * Starts a process and resolves when it says it is ready (an IPC message).
   * @throws Error when it ends before that
   */
  start(plan: ProcessPlan): Promise<void> {
    return new Promise((resolve, reject) => {
      let ready = false;
      const child = spawn(process.execPath, plan.args, {
        cwd: projectRoot,
        env: plan.env,
        // The channel tells the child when we are gone, so that it never outlives us.
        stdio: ["ignore", "pipe", "pipe", "ipc"],
        // A group of its own: Ctrl-C reaches us alone and we stop everything in order.
        detached: process.platform !== "win32",
      });
      const log = createWriteStream(join(this.dataDir, "logs", `${plan.name}.log`), { flags: "a" });
      child.stdout?.pipe(log);
      child.stderr?.pipe(log);
      this.#children.set(plan.name, child);
      this.#writeProcessList();
      child.once("message", () => {
        ready = true;
        resolve();
      });
      child.once("exit", (code, signal) => {
        if (this.#stopping) return;
        if (!ready) return reject(new Error(`${plan.name} ended at once (${signal ?? code}); see ${log.path.toString()}.`));
        setTimeout(() => void this.#restart(plan), RESTART_MS);
      });
    });
  }

  async #restart(plan: ProcessPlan): Promise<void> {
    while (!this.#stopping) {
      try {
        return await this.start(plan);
      } catch {
        await new Promise((wake) => setTimeout(wake, RESTART_MS));
      }
    }
  }

  /** `processes.json` in the data folder says which process is which, for whoever wants to look at or end one. */
  #writeProcessList(): void {
    const list = Object.fromEntries([...this.#children].map(([name, { pid }]) => [name, pid]));
    writeFileSync(join(this.dataDir, "processes.json"), JSON.stringify(list));
  }

  /** Asks the processes to end, the last started first, and waits until they are gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const child of [...this.#children.values()].reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      await gone;
      clearTimeout(force);
    }
  }
}
