import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { findOwnOffer } from "~/fulfilment/find-own-offer.server";
import { localeOf } from "~/http/locale.server";
import { offerWords } from "~/http/offer-words.server";
import { showGoals } from "~/journeys/show-goals.server";
import { env } from "~/platform/env.server";
import { isAllowedTarget } from "~/programs/allowed-target";
import { listChampionRewards } from "~/rewards/list-champion-rewards.server";
import { listOpenInquiries } from "~/rewards/list-open-inquiries.server";
import { listRecentQuestions } from "~/rewards/list-own-questions.server";
import { listRecommendations } from "~/rewards/list-recommendations.server";
import { recordFunnelEvent } from "~/sharing/record-funnel-event.server";
import { referralUrl } from "~/sharing/share-channel";
import { Card } from "~/ui/components/Card";
import { EmptyState } from "~/ui/components/EmptyState";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { Goals } from "~/ui/programs/Goals";
import { OpenInquiry } from "./OpenInquiry";
import { OwnOffer } from "./OwnOffer";
import { QuestionLines } from "./QuestionLines";
import { RecommendationRow } from "./RecommendationRow";
import { ShareNow } from "./ShareNow";
import { ownShareKit, kitTexts } from "./share-kit.server";
import { ThanksSoFar } from "./ThanksSoFar";

const SHOWN = 5;

/** A champion's home: one next thing, what became of each recommendation, and the thanks so far. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const kit = await ownShareKit(request, params.slug);
  const { championId, program, company, link } = kit;
  const zone = program.calendar.zone;
  const memoryDays = program.version.rules.clickMemoryDays;
  const { offer, least, rewardToChampion } = offerWords(program.version, company, localeOf(request));
  if (!request.headers.get("sec-purpose")?.includes("prefetch")) {
    await recordFunnelEvent({ kind: "portal_opened", championId, linkId: null, channel: null, clickId: null });
  }
  return {
    slug: program.slug,
    name: kit.championName,
    company: company.name,
    paused: kit.status === "paused",
    offer,
    least,
    reward: rewardToChampion,
    link: { id: link.id, url: referralUrl(env().APP_URL, link.code) },
    lang: kit.locale,
    texts: kitTexts(kit, kit.locale),
    lines: await listRecommendations({ championId, zone, memoryDays }),
    questions: await listRecentQuestions(championId),
    inquiries: await listOpenInquiries(championId),
    statement: await listChampionRewards({ championId, zone }),
    progress: await showGoals({ championId, program }),
    own: await findOwnOffer(championId),
    zone,
    shopUrl: isAllowedTarget(company, company.shopUrl) ? company.shopUrl : null,
  };
}

export const handle = { title: "portal.home.title" } satisfies PageHandle;

export default function PortalHome() {
  const t = useT();
  const { slug, name, company, paused, offer, least, reward, link, lang, texts, lines, statement, ...more } =
    useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const shown = search.has("all") ? lines : lines.slice(0, SHOWN);
  return (
    <Page>
      <PageTitle lead={search.has("welcome") ? t("portal.home.welcome") : undefined}>{t("portal.home.greeting", { name })}</PageTitle>
      {more.inquiries.map(({ rewardId }) => (
        <OpenInquiry key={rewardId} slug={slug} rewardId={rewardId} />
      ))}
      {paused ? (
        <Notice tone="waiting">
          {t("portal.home.paused")}{" "}
          <Link to="/portal/account" className="link">
            {t("portal.home.resume")}
          </Link>
        </Notice>
      ) : (
        <Card title={t("portal.home.next")}>
          <p className="measure">
            {offer
              ? t("portal.home.nextLead", { company, offer, reward })
              : t("portal.home.nextLeadNoOffer", { company, reward })}
            {least ? ` ${t("portal.home.least", { least })}` : null}
          </p>
          <ShareNow slug={slug} link={link} lang={lang} texts={texts} />
        </Card>
      )}
      <Card title={t("portal.home.became")} id="became">
        {lines.length === 0 ? (
          <EmptyState title={t("portal.home.becameNone")}>{t("portal.home.becameNoneLead")}</EmptyState>
        ) : (
          <div className="flex flex-col divide-y divide-hairline">
            {shown.map((line) => (
              <RecommendationRow key={line.id} slug={slug} line={line} />
            ))}
          </div>
        )}
        <QuestionLines slug={slug} questions={more.questions} />
        <p>
          <Link to={`/portal/${slug}/why-not`} className="link inline-flex min-h-11 items-center">
            {t("whyNot.open")}
          </Link>
        </p>
        {shown.length < lines.length ? (
          <LinkButton to="?all#became" variant="secondary" preventScrollReset>
            {t("portal.home.showAll", { count: lines.length })}
          </LinkButton>
        ) : null}
      </Card>
      {more.progress.goals.length > 0 ? (
        <Card title={t("conditions.goal.title")}>
          <Goals {...more.progress} />
        </Card>
      ) : null}
      {more.own ? <OwnOffer offer={more.own} zone={more.zone} shopUrl={more.shopUrl} /> : null}
      <ThanksSoFar slug={slug} statement={statement} />
    </Page>
  );
}
