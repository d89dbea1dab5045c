import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { AppError } from "~/platform/errors";
import { sandboxRuns } from "~/platform/env.server";
import { keyedHash, secretHash } from "~/platform/secrets.server";
import { API_SCOPES, formatApiKey } from "./api-key";
import { findApiKeyRow, insertApiKey } from "./api-key-store.server";

const ID = "apk_00000000000000000000000000";

/**
 * The key with which the reference page runs its examples: the same each time, so that it can be shown, and only while
 * the sandbox runs. Taking it back at the desk counts. @throws AppError anywhere else
 */
export async function ensureDemoKey({ db = rootDb, clock = systemClock }: Deps = {}): Promise<string> {
  if (!sandboxRuns()) throw new AppError("no_sandbox", { message: "the demo's key exists in the sandbox only", status: 500 });
  const key = formatApiKey("test", ID, keyedHash("demo-key", "reference page"));
  await db.transaction("ensure-demo-key", async (tx) => {
    if (await findApiKeyRow(tx, ID)) return;
    const row = { id: ID, name: "Reference page", secretHash: secretHash(key), scopes: [...API_SCOPES], createdAt: clock.now(), createdBy: "operator" };
    await insertApiKey(tx, { ...row, lastUsedAt: null, revokedAt: null });
  });
  return key;
}
