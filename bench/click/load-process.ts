import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { LoadOrder, LoadResult } from "./redirect-load";

export interface LoadProcess {
  run(order: LoadOrder): Promise<LoadResult>;
  stop(): void;
}

/** The load in a process of its own, so that it takes no time from what is measured but what the machine shares out. */
export function startLoad(): LoadProcess {
  const child = fork(join(import.meta.dirname, "redirect-load.ts"), { execArgv: ["--import", "tsx"] });
  return {
    async run(order) {
      child.send(order);
      const [result] = (await once(child, "message")) as [LoadResult];
      return result;
    },
    stop: () => void child.kill(),
  };
}
