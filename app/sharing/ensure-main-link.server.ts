import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { changeCode } from "./change-code.server";
import { createLink } from "./create-link.server";
import { findMainLink } from "./link-store.server";

interface MainLinkWish {
  championId: string;
  programId: string;
  code: string;
  reserved: readonly string[];
}

/**
 * Gives a champion their main link with this code; who comes back keeps the link and all its earlier codes.
 * @throws CodeRefusedError, CodeTakenError
 */
export async function ensureMainLink(
  { championId, programId, code, reserved }: MainLinkWish,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ linkId: string; code: string }> {
  return db.transaction("ensure-main-link", async (tx) => {
    const joined = { db: within(tx), clock };
    const link = await findMainLink(tx, championId);
    if (!link) return createLink({ championId, programId, label: null, code, reserved }, joined);
    return { linkId: link.id, code: await changeCode({ linkId: link.id, code, reserved }, joined) };
  });
}
