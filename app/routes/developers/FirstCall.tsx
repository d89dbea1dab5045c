import { Link } from "@remix-run/react";
import { useT } from "~/ui/i18n";

/** In the order in which somebody needs it. */
const TOLD = ["address", "key", "values", "again", "limit", "pages", "errors", "dub", "page", "hear"] as const;

/** What holds for every call, a word and a few sentences each. */
export function FirstCall({ base, limit }: { base: string; limit: number }) {
  const t = useT();
  return (
    <section aria-labelledby="start" className="measure flex flex-col gap-3">
      <h2 id="start" className="text-lg">
        {t("developers.start.title")}
      </h2>
      <dl className="flex flex-col gap-3">
        {TOLD.map((about) => (
          <div key={about}>
            <dt className="font-semibold">{t(`developers.terms.${about}`)}</dt>
            <dd>
              {t(`developers.start.${about}`, { base, limit })}{" "}
              {about === "hear" ? (
                <Link to="/developers/shop#hear" className="link">
                  {t("developers.start.hearLines")}
                </Link>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
