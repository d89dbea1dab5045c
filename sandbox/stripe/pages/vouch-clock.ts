import { z } from "zod";
import { reachable } from "../../loopback-names";
import type { SandboxOptions } from "../sandbox";

const answerSchema = z.object({ now: z.coerce.date(), nextHoldEndAt: z.coerce.date().nullable() });
export type VouchTime = z.output<typeof answerSchema>;

const TIMEOUT_MS = 5_000;

/** What time it is in Vouch, and when the next hold there ends; null when Vouch does not answer. */
export async function readVouchTime(options: SandboxOptions): Promise<VouchTime | null> {
  return call(options, { method: "GET" });
}

/** Moves Vouch's own clock on; null when it did not. */
export async function moveVouchTime(options: SandboxOptions, advanceMs: number): Promise<VouchTime | null> {
  return call(options, { method: "POST", body: JSON.stringify({ advanceMs }) });
}

async function call(options: SandboxOptions, init: RequestInit): Promise<VouchTime | null> {
  try {
    const response = await fetch(reachable(new URL("/demo/clock", options.vouchUrl)), {
      ...init,
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { authorization: `Bearer ${options.token}`, "content-type": "application/json" },
    });
    const answer = answerSchema.safeParse(response.ok ? await response.json() : null);
    return answer.success ? answer.data : null;
  } catch {
    return null;
  }
}
