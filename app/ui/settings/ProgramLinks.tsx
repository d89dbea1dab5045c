import { Link } from "@remix-run/react";
import type { ProgramStatus } from "~/programs/program";
import { useT } from "../i18n";

interface ProgramLinksProps {
  slug: string;
  status: ProgramStatus;
  /** Which page they stand on. */
  here: "rules" | "terms" | "trust" | "simulate";
}

/** The other pages about one program. */
export function ProgramLinks({ slug, status, here }: ProgramLinksProps) {
  const t = useT();
  const pages = [
    ["rules", `/desk/settings/program/${slug}`, "settings.index.rules"],
    ["terms", `/desk/settings/terms/${slug}`, "settings.index.terms"],
    ["trust", `/desk/settings/trust/${slug}`, "trust.settings.link"],
    ["simulate", `/desk/settings/simulate/${slug}`, "simulate.link"],
  ] as const;
  return (
    <ul className="flex flex-wrap gap-x-5">
      {pages.map(([page, to, label]) =>
        page === here ? null : (
          <li key={page}>
            <Link to={to} className="link inline-flex min-h-11 items-center">
              {t(label)}
            </Link>
          </li>
        ),
      )}
      {status === "draft" ? null : (
        <li>
          <Link to={`/p/${slug}`} className="link inline-flex min-h-11 items-center">
            {t("settings.index.page")}
          </Link>
        </li>
      )}
    </ul>
  );
}
