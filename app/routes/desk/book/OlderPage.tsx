import { useSearchParams } from "@remix-run/react";
import { LinkButton } from "~/ui/components/LinkButton";
import { useT } from "~/ui/i18n";

/** On to older rows, and back to the newest; every other choice in the address stays. */
export function OlderPage({ after }: { after: string | null }) {
  const t = useT();
  const [search] = useSearchParams();
  const from = (id: string | null) => {
    const next = new URLSearchParams(search);
    if (id === null) next.delete("after");
    else next.set("after", id);
    return `?${next.toString()}`;
  };
  if (after === null && !search.has("after")) return null;
  return (
    <nav aria-label={t("common.nav.pages")} className="flex flex-wrap justify-between gap-3" data-print="none">
      {search.has("after") ? (
        <LinkButton to={from(null)} variant="secondary" size="small">
          {t("book.newest")}
        </LinkButton>
      ) : (
        <span />
      )}
      {after ? (
        <LinkButton to={from(after)} rel="next" variant="secondary" size="small">
          {t("book.older")}
        </LinkButton>
      ) : null}
    </nav>
  );
}
