import type { FreeCodeCheck } from "~/sharing/check-free-code.server";
import type { UserMessage } from "~/platform/errors";

/** What to say beside the code field about a code that cannot be had; null when it can. */
export function codeRefusal(check: FreeCodeCheck): UserMessage | null {
  return check.ok ? null : { key: `portal.join.code.${check.problem}` };
}
