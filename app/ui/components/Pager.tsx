import { Link, useSearchParams } from "@remix-run/react";
import { useT } from "../i18n";
import { buttonStyle } from "./button-style";

interface PagerProps {
  page: number;
  pages: number;
  /** The name of the page number in the address. */
  param?: string;
}

/** Earlier and later pages of a list; keeps every other choice in the address. */
export function Pager({ page, pages, param = "page" }: PagerProps) {
  const t = useT();
  const [search] = useSearchParams();
  if (pages <= 1) return null;
  const to = (number: number) => {
    const next = new URLSearchParams(search);
    next.set(param, String(number));
    return `?${next.toString()}`;
  };
  return (
    <nav aria-label={t("common.nav.pages")} className="flex flex-wrap items-center justify-between gap-3">
      {page > 1 ? (
        <Link to={to(page - 1)} rel="prev" className={buttonStyle("secondary", "small")}>
          {t("common.nav.previous")}
        </Link>
      ) : (
        <span />
      )}
      <span className="text-sm text-muted">{t("common.nav.pageOf", { page, pages })}</span>
      {page < pages ? (
        <Link to={to(page + 1)} rel="next" className={buttonStyle("secondary", "small")}>
          {t("common.nav.next")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
