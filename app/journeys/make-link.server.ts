import { isMember } from "~/champions/champion";
import { getChampion } from "~/champions/get-champion.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { enqueue } from "~/platform/jobs.server";
import { getCompany } from "~/programs/get-company.server";
import { checkFreeCode } from "~/sharing/check-free-code.server";
import { createLink } from "~/sharing/create-link.server";
import { listLinks } from "~/sharing/list-links.server";

interface LinkWish {
  championId: string;
  /** The champion's own word for the place. */
  label: string;
  /** Null leaves the choice to us. */
  code: string | null;
}

/**
 * A further link for one place, with a code of its own at the shop's checkout.
 * @throws ConflictError `label_taken`, `too_many_links`, `code_taken`; AppError `code_refused`
 */
export async function makeLink({ championId, label, code }: LinkWish, { db = rootDb, clock = systemClock }: Deps = {}) {
  return db.transaction("make-link", async (tx) => {
    const joined = { db: within(tx), clock };
    const champion = await getChampion(tx, championId);
    if (!isMember(champion.status)) throw new ConflictError("not_a_member", "only members make links");
    const links = await listLinks(tx, championId);
    const reserved = [(await getCompany(joined)).name];
    const chosen = code ?? (await pickCode(`${links.find(({ isMain }) => isMain)?.code} ${label}`, reserved, joined));
    const { programId } = champion;
    const link = await createLink({ championId, programId, label, code: chosen, reserved }, joined);
    await enqueue(tx, "ensure-promotion-code", { linkId: link.linkId });
    return link;
  });
}

async function pickCode(from: string, reserved: string[], deps: Deps): Promise<string> {
  // An empty wish is no code, so the answer is what could be had instead.
  const check = await checkFreeCode({ typed: "", firstName: from, reserved }, deps);
  const [first] = check.ok ? [check.code] : check.suggestions;
  if (!first) throw new ConflictError("code_taken", "no code is left to suggest");
  return first;
}
