import { setImmediate } from "node:timers/promises";

/** Carries out long work that stops at every stretch; between two of them the process does what else there is to do. */
export async function toTheEnd<Result>(work: Generator<void, Result>): Promise<Result> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    await setImmediate();
  }
}
