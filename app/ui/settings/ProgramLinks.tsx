import { Link } from "@remix-run/react";
import type { ProgramStatus } from "~/programs/program";
import { useT } from "../i18n";

interface ProgramLinksProps {
  slug: string;
  status: ProgramStatus;
  /** Which page they stand on. */
  here: "rules" | "terms";
}

/** The other pages about one program. */
export function ProgramLinks({ slug, status, here }: ProgramLinksProps) {
  const t = useT();
  const other = here === "rules" ? "terms" : "rules";
  const to = { rules: `/desk/settings/program/${slug}`, terms: `/desk/settings/terms/${slug}` };
  return (
    <ul className="flex flex-wrap gap-x-5">
      <li>
        <Link to={to[other]} className="link inline-flex min-h-11 items-center">
          {t(`settings.index.${other}`)}
        </Link>
      </li>
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
