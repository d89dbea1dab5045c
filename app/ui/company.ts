import { useRouteLoaderData } from "@remix-run/react";
import type { loader } from "~/root";
import { useT } from "./i18n";

export interface CompanyLook {
  name: string;
  /** `#rrggbb` */
  accent: string | null;
  logoUrl: string | null;
  supportEmail: string | null;
}

/** The company that runs this portal, or the product's own name until there is one. */
export function useCompany(): CompanyLook {
  const t = useT();
  const root = useRouteLoaderData<typeof loader>("root");
  return root?.company ?? { name: t("common.product"), accent: null, logoUrl: null, supportEmail: null };
}
