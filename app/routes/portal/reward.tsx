import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { findHandOver } from "~/fulfilment/find-hand-over.server";
import { requireChampion } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { appealRefusal } from "~/journeys/appeal-refusal.server";
import { showSetOff } from "~/journeys/show-set-off.server";
import { systemClock } from "~/platform/deps.server";
import { ConflictError } from "~/platform/errors";
import { addBusinessDays } from "~/programs/business-calendar";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { APPEAL_BUSINESS_DAYS } from "~/rewards/appeal";
import { getChampionReward } from "~/rewards/get-champion-reward.server";
import { listOpenInquiries } from "~/rewards/list-open-inquiries.server";
import { BackLink } from "~/ui/components/BackLink";
import { Card } from "~/ui/components/Card";
import { CopyBox } from "~/ui/components/CopyBox";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { AppealPart } from "./AppealPart";
import { DetailsLink } from "./DetailsLink";
import { OpenInquiry } from "./OpenInquiry";
import { ReasonPanel } from "./ReasonPanel";
import { SetOffPart } from "./SetOffPart";
import { StandingPill, StandingSentence } from "./standing-words";

/** One reward of the signed-in champion: what it is worth, where it is, why, and what can be asked. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, programSlug } = await requireChampion(request, params.slug ?? "");
  const { calendar } = await getProgramBySlug(programSlug);
  const now = systemClock.now();
  const reward = await getChampionReward({ rewardId: params.id ?? "", championId, zone: calendar.zone, now });
  const handOver = await findHandOver(reward.id);
  return {
    slug: programSlug,
    reward,
    setOff: await showSetOff({ rewardId: reward.id, championId, currency: reward.currency }),
    code: handOver?.code ?? null,
    asked: (await listOpenInquiries(championId)).some(({ rewardId }) => rewardId === reward.id),
    hasGift: reward.rail === "gift" && handOver !== null,
    answerBy: addBusinessDays(calendar, now, APPEAL_BUSINESS_DAYS),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { championId, programSlug, personId } = await requireChampion(request, params.slug ?? "");
  const form = await parseForm(request, z.object({ text: z.string().trim().min(3).max(1000) }));
  if (!form.ok) return form.answer;
  const rewardId = params.id ?? "";
  try {
    await appealRefusal({ rewardId, championId, personId, text: form.value.text });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return form.refuse({ form: { key: "portal.reward.appeal.done" } });
  }
  return redirect(`/portal/${programSlug}/rewards/${rewardId}?asked`, 303);
}

export const handle = { title: "portal.reward.title" } satisfies PageHandle;

export default function RewardPage() {
  const t = useT();
  const format = useFormat();
  const { slug, reward, hasGift, setOff, code, asked, answerBy } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { currency, amountMinor, grantedMinor, appeal } = reward;
  const amount = format.money({ amountMinor: grantedMinor, currency });
  const gone = ["not_eligible", "expired", "reversed"].includes(reward.status);
  return (
    <Page>
      <PageTitle
        lead={
          reward.milestone > 0
            ? t("portal.reward.milestone", { friends: reward.milestone })
            : t("portal.reward.week", { date: format.date(reward.week) })
        }
        back={<BackLink to={`/portal/${slug}/rewards`}>{t("portal.statement.title")}</BackLink>}
      >
        {t(gone ? "portal.reward.headingWas" : "portal.reward.heading", { amount })}
      </PageTitle>
      {search.has("asked") && appeal ? (
        <Notice tone="done" live>
          {t("portal.reward.appeal.sent", { answerBy: format.dateTime(appeal.answerBy) })}
        </Notice>
      ) : null}
      {asked ? <OpenInquiry slug={slug} rewardId={reward.id} /> : null}
      <Card>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <StandingPill status={reward.status} />
          {reward.paidAt ? (
            <span className="text-muted">
              {t("portal.reward.received", { date: format.date(reward.paidAt) })}
            </span>
          ) : null}
        </div>
        {reward.takenBack && !gone ? (
          <p>{t("portal.reward.nowWorth", { amount: format.money({ amountMinor, currency }) })}</p>
        ) : null}
        <StandingSentence {...reward} />
        {reward.late ? <p className="measure">{t(`portal.reward.late.${reward.late.reason}`, { firstBy: format.dateTime(reward.late.firstBy) })}</p> : null}
        {hasGift ? (
          <p>
            <Link to={`/portal/${slug}/rewards/${reward.id}/gift`} className="link inline-flex min-h-11 items-center">
              {t("gift.toPage")}
            </Link>
          </p>
        ) : null}
        <DetailsLink slug={slug} rail={reward.rail} />
        {reward.keptUntil ? <p>{t("portal.reward.keptUntil", { date: format.date(reward.keptUntil) })}</p> : null}
        <SetOffPart reward={reward} setOff={setOff} />
        {code ? (
          <div className="flex flex-col gap-1">
            <CopyBox label={t("portal.reward.code")} value={code} />
            <p className="text-sm text-muted">{t("portal.reward.codeHint")}</p>
          </div>
        ) : null}
        <ReasonPanel steps={reward.steps} reward={reward} />
      </Card>
      <AppealPart slug={slug} reward={reward} answerBy={answerBy} reply={reply} />
    </Page>
  );
}
