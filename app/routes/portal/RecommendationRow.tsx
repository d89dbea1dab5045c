import { Link } from "@remix-run/react";
import type { RecommendationLine } from "~/rewards/list-recommendations.server";
import { Icon } from "~/ui/components/Icon";
import { StepTrack } from "~/ui/components/StepTrack";
import { useFormat, useT } from "~/ui/i18n";
import { StandingPill, StandingSentence, useFriendName } from "./standing-words";

interface RecommendationRowProps {
  slug: string;
  line: RecommendationLine;
}

/** One recommendation on the portal's home: who, how far, and what is next. */
export function RecommendationRow({ slug, line }: RecommendationRowProps) {
  const t = useT();
  const format = useFormat();
  const friend = useFriendName();
  const when = line.boughtInWeek
    ? t("portal.recommendation.week", { date: format.date(line.boughtInWeek) })
    : t("portal.recommendation.since", { date: format.date(line.since) });
  return (
    <article className="relative flex flex-col gap-3 py-5 first:pt-0 last:pb-0">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div>
          <h3 className="text-base font-semibold">
            {/* The whole row leads to its page. */}
            <Link
              to={`/portal/${slug}/recommendations/${line.id}`}
              className="inline-flex items-center gap-1.5 after:absolute after:inset-0 hover:underline"
            >
              {friend(line)}
              <span className="sr-only">: {t("portal.recommendation.details")}</span>
              <Icon name="arrow" className="size-4 text-accent" />
            </Link>
          </h3>
          <p className="text-sm text-muted">{when}</p>
        </div>
        <StandingPill status={line.status} />
      </header>
      <StepTrack at={line.step} stopped={line.stopped} />
      <StandingSentence {...line} />
    </article>
  );
}
