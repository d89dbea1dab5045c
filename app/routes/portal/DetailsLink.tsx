import { Link } from "@remix-run/react";
import { useT } from "~/ui/i18n";

/** To the page where a champion says what a way of giving has to know; nothing where it has to know nothing. */
export function DetailsLink({ slug, rail }: { slug: string; rail: string }) {
  const t = useT();
  if (rail !== "donation" && rail !== "transfer") return null;
  const [page, label] = rail === "donation" ? (["cause", "cause.toPage"] as const) : (["payout", "payout.toPage"] as const);
  return (
    <p>
      <Link to={`/portal/${slug}/${page}`} className="link inline-flex min-h-11 items-center">
        {t(label)}
      </Link>
    </p>
  );
}
