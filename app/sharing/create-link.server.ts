import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { newId } from "~/platform/ids";
import { countLinksLocked, insertCode, insertLink, listLinksOf } from "./link-store.server";
import { checkCode } from "./referral-code";
import { CodeRefusedError, CodeTakenError } from "./sharing-errors";

/** More links than this do not help anybody to tell places apart. */
export const MAX_LINKS = 25;

export interface NewLinkInput {
  championId: string;
  programId: string;
  /** The champion's own word for the place; the main link has none. */
  label: string | null;
  code: string;
  /** Words no champion may take, such as the company's name. */
  reserved?: readonly string[];
}

/**
 * Makes a link with its code. The one without a label is the main link, of which a champion has one.
 * @throws CodeRefusedError, CodeTakenError, ConflictError `label_taken`, `too_many_links`
 */
export async function createLink(
  { championId, programId, label, code, reserved = [] }: NewLinkInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<{ linkId: string; code: string }> {
  const check = checkCode(code, reserved);
  if (!check.ok) throw new CodeRefusedError(check.problem);
  return db.transaction("create-link", async (tx) => {
    const now = clock.now();
    const existing = await countLinksLocked(tx, championId);
    if (existing >= MAX_LINKS) throw new ConflictError("too_many_links", "champion has all the links allowed");
    // Under the lock of the count, so that two requests at once do not both find it free.
    const alike = (other: string) => label !== null && other.localeCompare(label, undefined, { sensitivity: "base" }) === 0;
    if ((await listLinksOf(tx, championId)).some((link) => link.label !== null && alike(link.label))) {
      throw new ConflictError("label_taken", "champion has a link of that label");
    }
    const linkId = newId("lnk");
    await insertLink(tx, { id: linkId, championId, programId, label, isMain: label === null, createdAt: now });
    if (!(await insertCode(tx, check.code, linkId, now))) throw new CodeTakenError();
    return { linkId, code: check.code };
  });
}
