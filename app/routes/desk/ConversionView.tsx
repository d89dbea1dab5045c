import { Link, useSearchParams } from "@remix-run/react";
import type { ShownConversion } from "~/journeys/show-conversion.server";
import { BackLink } from "~/ui/components/BackLink";
import { Card } from "~/ui/components/Card";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { StatusPill } from "~/ui/components/StatusPill";
import { useFormat, useT } from "~/ui/i18n";
import { orderNumber } from "./ConversionTable";
import { ModelTable } from "./ModelTable";
import { PurchaseFacts } from "./PurchaseFacts";
import { STATUS_TONE } from "./status-tone";
import { titleOfConversion } from "./title-of-conversion";
import { TouchFates } from "./TouchFates";
import { TraceSteps } from "./TraceSteps";
import { TrustFindings } from "./TrustFindings";
import { useReasonWord } from "./use-reason-word";
import { useWhoseSale } from "./use-whose-sale";

/** One sale or sign-up on the desk: whose it is in a sentence, then everything that sentence rests on. */
export function ConversionView({ shown, decides }: { shown: ShownConversion; decides: boolean }) {
  const t = useT();
  const format = useFormat();
  const whose = useWhoseSale();
  const [search] = useSearchParams();
  const { conversion, purchase, checks, rewards } = shown;
  const when = format.dateTime(conversion.occurredAt);
  const champion = conversion.champions[conversion.championId ?? ""];
  const countsAs = conversion.trace.find(({ check }) => check === "told_once")?.compared.countsAs;
  const attributed = conversion.outcome === "attributed";
  return (
    <Page width="wide">
      <PageTitle
        back={<BackLink to="/desk/conversions">{t("conversions.one.back")}</BackLink>}
        lead={purchase ? t("conversions.one.lead", { order: orderNumber(purchase.key), when }) : t("conversions.one.leadSignUp", { when })}
        aside={<StatusPill tone={attributed ? "done" : "neutral"}>{champion?.name ?? t("conversions.nobody")}</StatusPill>}
      >
        {titleOfConversion(shown, t, format)}
      </PageTitle>
      {search.has("by-hand") ? (
        <Notice tone="done" live>
          {t("conversions.one.byHandDone")}
        </Notice>
      ) : null}
      <Card title={t("conversions.one.whose")}>
        <p className="measure font-semibold">{whose(conversion)}</p>
        <p className="measure text-sm text-muted">{t("conversions.one.decided", { when: format.dateTime(conversion.decidedAt) })}</p>
        {conversion.hands.map(({ championId, reason, decidedAt }) => (
          <p key={decidedAt.toISOString()} className="measure text-sm">
            {t("conversions.one.hands", {
              when: format.dateTime(decidedAt), name: conversion.champions[championId ?? ""]?.name ?? t("conversions.nobody"), reason,
            })}
          </p>
        ))}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          {champion ? (
            <Link to={`/desk/people/${champion.personId}`} className="link inline-flex min-h-11 items-center">
              {t("conversions.one.person", { name: champion.name })}
            </Link>
          ) : null}
          {countsAs ? (
            <Link to={`/desk/conversions/${countsAs}`} className="link inline-flex min-h-11 items-center">
              {t("conversions.one.countsAs")}
            </Link>
          ) : null}
          {decides && !countsAs ? (
            <LinkButton to={`/desk/conversions/${conversion.id}/by-hand`} variant="secondary" size="small">
              {t("conversions.one.byHand")}
            </LinkButton>
          ) : null}
        </div>
      </Card>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={t("conversions.one.trace")}>
          <TraceSteps conversion={conversion} currency={purchase?.currency ?? null} />
        </Card>
        <div className="flex flex-col gap-6">
          <Card title={t("conversions.one.touches")}>
            <TouchFates conversion={conversion} />
          </Card>
          {purchase ? (
            <>
              <Card title={t("conversions.one.purchase")}>
                <PurchaseFacts purchase={purchase} />
              </Card>
              <Card title={t("conversions.one.rewards")}>
                <Rewards rewards={rewards} />
              </Card>
              <Card title={t("conversions.one.checks")}>
                <TrustFindings checks={checks} currency={purchase.currency} />
              </Card>
            </>
          ) : null}
        </div>
      </div>
      {attributed && purchase ? (
        <Card title={t("conversions.models.title")}>
          <p className="measure text-sm text-muted">{t("conversions.models.lead")}</p>
          <ModelTable conversion={conversion} purchase={purchase} />
        </Card>
      ) : null}
    </Page>
  );
}

function Rewards({ rewards }: Pick<ShownConversion, "rewards">) {
  const t = useT();
  const format = useFormat();
  const reasonWord = useReasonWord();
  if (rewards.length === 0) return <p className="text-muted">{t("conversions.one.noRewards")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {rewards.map(({ id, status, reason, dueMinor, currency }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link to={`/desk/rewards/${id}`} className="link inline-flex min-h-11 items-center">
            {t("conversions.one.reward", { amount: format.money({ amountMinor: dueMinor, currency }) })}
          </Link>
          <StatusPill tone={STATUS_TONE[status]}>{t(`desk.status.${status}`)}</StatusPill>
          {reason ? <span className="text-sm text-muted">{reasonWord(reason)}</span> : null}
        </li>
      ))}
    </ul>
  );
}
