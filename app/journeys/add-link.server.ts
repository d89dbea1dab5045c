import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { listLinks } from "~/sharing/list-links.server";
import { makeLink } from "./make-link.server";
import { RefusedFieldsError } from "./refused-fields";

/**
 * Makes a champion's link for one place, or finds the one of that label: the label is the key of the call (P7).
 * @throws RefusedFieldsError `idempotency_conflict` for a label whose link has another code; NotFoundError, and what
 * `makeLink` throws
 */
export async function addLink(
  { championId, label, code }: { championId: string; label: string; code: string | null },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ linkId: string; duplicate: boolean }> {
  const find = () =>
    db.transaction("find-labelled-link", async (tx) => {
      const links = await listLinks(tx, championId);
      return links.find((link) => link.label?.localeCompare(label, undefined, { sensitivity: "base" }) === 0);
    });
  const same = (link: { id: string; code: string }) => {
    if (code !== null && code.trim().toUpperCase() !== link.code) throw new RefusedFieldsError("idempotency_conflict", 409, ["code"]);
    return { linkId: link.id, duplicate: true };
  };
  const known = await find();
  if (known) return same(known);
  try {
    const made = await db.transaction("add-link", (tx) => makeLink({ championId, label, code }, { db: within(tx), clock }));
    return { linkId: made.linkId, duplicate: false };
  } catch (error) {
    // Somebody made it between the look and the making.
    const rival = error instanceof ConflictError && error.code === "label_taken" ? await find() : undefined;
    if (!rival) throw error;
    return same(rival);
  }
}
