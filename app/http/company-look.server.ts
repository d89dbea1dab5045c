import { knownOf } from "~/journeys/known-recommendations.server";
import { rootDb } from "~/platform/deps.server";
import type { CompanyLook } from "~/ui/company";
import { accentCss } from "./accent-css.server";

/** How the company shows itself on every page, from this process's memory. */
export async function companyLook(): Promise<CompanyLook> {
  const { name, accent, logoVersion, supportEmail } = await knownOf(rootDb).company();
  return {
    name,
    accentCss: accentCss(accent),
    logoUrl: logoVersion ? `/logo/${logoVersion}` : null,
    supportEmail: supportEmail || null,
  };
}
