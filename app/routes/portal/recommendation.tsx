import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireChampion } from "~/http/actor.server";
import { systemClock } from "~/platform/deps.server";
import { addBusinessDays } from "~/programs/business-calendar";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { APPEAL_BUSINESS_DAYS } from "~/rewards/appeal";
import { getRecommendation } from "~/rewards/get-recommendation.server";
import { BackLink } from "~/ui/components/BackLink";
import { Card } from "~/ui/components/Card";
import { LinkButton } from "~/ui/components/LinkButton";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { StepTrack } from "~/ui/components/StepTrack";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { AppealPart } from "./AppealPart";
import { ReasonPanel } from "./ReasonPanel";
import { StandingPill, StandingSentence, useFriendName } from "./standing-words";

/** One recommendation: how far it is, why, and what a champion can do about it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, programSlug } = await requireChampion(request, params.slug ?? "");
  const { calendar, version } = await getProgramBySlug(programSlug);
  const memoryDays = version.rules.clickMemoryDays;
  const shown = await getRecommendation({ id: params.id ?? "", championId, zone: calendar.zone, memoryDays });
  return {
    slug: programSlug,
    ...shown,
    answerBy: addBusinessDays(calendar, systemClock.now(), APPEAL_BUSINESS_DAYS),
  };
}

export const handle = { title: "portal.recommendation.title" } satisfies PageHandle;

export default function RecommendationPage() {
  const t = useT();
  const format = useFormat();
  const friend = useFriendName();
  const { slug, line, reward, steps, answerBy } = useLoaderData<typeof loader>();
  const when = line.boughtInWeek
    ? t("portal.recommendation.week", { date: format.date(line.boughtInWeek) })
    : t("portal.recommendation.since", { date: format.date(line.since) });
  return (
    <Page>
      <PageTitle lead={when} back={<BackLink to={`/portal/${slug}`}>{t("portal.recommendation.back")}</BackLink>}>
        {friend(line)}
      </PageTitle>
      <Card>
        <div>
          <StandingPill status={line.status} />
        </div>
        <StepTrack at={line.step} stopped={line.stopped} />
        <StandingSentence {...line} />
        <ReasonPanel steps={steps} reward={reward} />
      </Card>
      {line.boughtInWeek ? null : (
        <p>
          <Link to={`/portal/${slug}/why-not`} className="link inline-flex min-h-11 items-center">
            {t("whyNot.open")}
          </Link>
        </p>
      )}
      {reward ? <AppealPart slug={slug} reward={reward} answerBy={answerBy} /> : null}
      {reward ? (
        <p>
          <LinkButton to={`/portal/${slug}/rewards/${reward.id}`} variant="secondary">
            {t("portal.recommendation.reward")}
          </LinkButton>
        </p>
      ) : null}
    </Page>
  );
}
