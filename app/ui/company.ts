import { useRouteLoaderData } from "@remix-run/react";
import { useT } from "./i18n";

export interface CompanyLook {
  name: string;
  /** The rule that sets the accent; empty for the product's own. */
  accentCss: string;
  logoUrl: string | null;
  supportEmail: string | null;
}

/** The company that runs this portal, or the product's own name where the document could not learn it. */
export function useCompany(): CompanyLook {
  const t = useT();
  const root = useRouteLoaderData<{ company: CompanyLook }>("root");
  return root?.company ?? { name: t("common.product"), accentCss: "", logoUrl: null, supportEmail: null };
}
