import { recordAudit } from "~/identity/record-audit.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { getCompany } from "~/programs/get-company.server";
import { saveCompany as putCompany, type SaveCompanyInput } from "~/programs/save-company.server";
import { knownOf } from "./known-recommendations.server";

/** Saves the company's settings; the trail names what changed, and where redirects may lead since (I37). */
export async function saveCompany(
  { by, ...input }: SaveCompanyInput & { by: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("save-company", async (tx) => {
    const deps = { db: within(tx), clock };
    const before: Record<string, unknown> = { ...(await getCompany(deps)) };
    await putCompany(input, deps);
    const { logo, ...fields } = input;
    const changed = Object.entries(fields)
      .filter(([name, value]) => String(before[name]) !== String(value))
      .map(([name]) => name);
    const facts = {
      changed: logo === undefined ? changed : [...changed, "logo"],
      allowedHosts: input.allowedHosts,
    };
    await recordAudit(tx, { by, action: "company.saved", object: "company", facts, now: clock.now() });
  });
  knownOf(db).forgetCompany();
}
