import { Link } from "@remix-run/react";
import { useT } from "~/ui/i18n";

const PAGES = { donation: ["cause", "cause.toPage"], transfer: ["payout", "payout.toPage"], points: ["prizes", "prizes.toPage"] } as const;

/** To the page where a champion says what a way of giving has to know, or chooses with what it gave; nothing where there is none. */
export function DetailsLink({ slug, rail }: { slug: string; rail: string }) {
  const t = useT();
  const found = rail in PAGES ? PAGES[rail as keyof typeof PAGES] : null;
  if (!found) return null;
  const [page, label] = found;
  return (
    <p>
      <Link to={`/portal/${slug}/${page}`} className="link inline-flex min-h-11 items-center">
        {t(label)}
      </Link>
    </p>
  );
}
