import type { Clock } from "~/platform/clock.server";
import { systemClock } from "~/platform/deps.server";

/**
 * Now, for what a credential lives by: codes, sessions, factors. That is real time, so that moving the demo's clock a
 * month forward does not sign everybody out; a clock given by hand (a test's) counts here too.
 */
export function credentialNow(clock: Clock): Date {
  return clock === systemClock ? new Date() : clock.now();
}
