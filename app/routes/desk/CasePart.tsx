import { Link } from "@remix-run/react";
import type { ReviewCase, SimilarCase } from "~/reports/review-case";
import type { RewardDetail } from "~/rewards/get-reward-detail.server";
import { Card } from "~/ui/components/Card";
import { DateTime } from "~/ui/components/DateTime";
import { StatusPill, type StatusTone } from "~/ui/components/StatusPill";
import { useT } from "~/ui/i18n";
import { useRuleName } from "~/ui/settings/use-rule-name";
import { EvidencePart } from "./EvidencePart";

const FATE_TONE: Record<SimilarCase["fate"], StatusTone> = {
  kept: "done", taken_back: "refused", refused: "refused", not_genuine: "refused", waiting: "waiting",
};

/** Both people as staff may see them, and what became of others who were doubted for the same cause. */
export function CasePart({ about, champion }: { about: ReviewCase; champion: RewardDetail["champion"] }) {
  const t = useT();
  const ruleName = useRuleName();
  const { friend, similar } = about;
  return (
    <Card title={t("trust.case.title")}>
      <div className="grid gap-4 text-sm sm:grid-cols-2">
        <EvidencePart title={t("trust.case.champion")}>
          <p>
            <Link to={`/desk/people/${champion.personId}`} className="link inline-flex min-h-11 items-center">
              {champion.displayName}
            </Link>
          </p>
          {champion.joinedAt ? (
            <p>
              {t("trust.case.joined")} <DateTime at={champion.joinedAt} />
            </p>
          ) : null}
          <p>{t("trust.case.record", { ...about.champion })}</p>
        </EvidencePart>
        <EvidencePart title={t("trust.case.friend")}>
          {friend ? (
            <>
              {friend.number ? <p className="wrap-anywhere">{t("trust.case.number", { number: friend.number })}</p> : null}
              {friend.mailHost ? <p className="wrap-anywhere">{t("trust.case.host", { host: friend.mailHost })}</p> : null}
              <p>
                {t("trust.case.since")} <DateTime at={friend.knownSince} />
              </p>
              <p>{t("trust.case.purchases", { count: friend.purchases })}</p>
            </>
          ) : (
            <p>{t("trust.case.guest")}</p>
          )}
        </EvidencePart>
      </div>
      <EvidencePart title={t("trust.case.similar")}>
        {similar.length === 0 ? <p className="text-sm text-muted">{t("trust.case.similarNone")}</p> : null}
        <ul className="flex flex-col divide-y divide-hairline text-sm">
          {similar.map(({ rewardId, champion: name, createdAt, rules, fate }) => (
            <li key={rewardId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span className="flex flex-col">
                <Link to={`/desk/rewards/${rewardId}`} className="link inline-flex min-h-11 items-center">
                  {t("desk.reward.title", { name })}
                </Link>
                <span className="text-muted">
                  <DateTime at={createdAt} /> · {rules.map(ruleName).join(" · ")}
                </span>
              </span>
              <StatusPill tone={FATE_TONE[fate]}>{t(`trust.case.fate.${fate}`)}</StatusPill>
            </li>
          ))}
        </ul>
      </EvidencePart>
    </Card>
  );
}
