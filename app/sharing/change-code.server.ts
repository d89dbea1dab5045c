import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { insertCode } from "./link-store.server";
import { checkCode } from "./referral-code";
import { CodeRefusedError, CodeTakenError } from "./sharing-errors";

/**
 * Gives a link a new code; the old ones keep leading to it for ever.
 * @throws CodeRefusedError, CodeTakenError
 */
export async function changeCode(
  { linkId, code, reserved = [] }: { linkId: string; code: string; reserved?: readonly string[] },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<string> {
  const check = checkCode(code, reserved);
  if (!check.ok) throw new CodeRefusedError(check.problem);
  return db.transaction("change-code", async (tx) => {
    if (!(await insertCode(tx, check.code, linkId, clock.now()))) throw new CodeTakenError();
    return check.code;
  });
}
