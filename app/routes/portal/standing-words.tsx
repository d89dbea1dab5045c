import type { RecommendationLine } from "~/rewards/list-recommendations.server";
import type { RecommendationStatus, Standing } from "~/rewards/recommendation";
import { StatusPill, type StatusTone } from "~/ui/components/StatusPill";
import { useFormat, useT } from "~/ui/i18n";
import { useReason } from "./use-reason";

const TONE: Record<RecommendationStatus, StatusTone> = {
  claimed: "neutral",
  signed_up: "neutral",
  bought: "neutral",
  pending: "waiting",
  approved: "waiting",
  issuing: "waiting",
  retrying: "waiting",
  issued: "done",
  partly_reversed: "done",
  not_eligible: "refused",
  expired: "neutral",
  reversed: "refused",
};

type Shown = Pick<Standing, "status" | "reason" | "until">;

/** The status as a word with its icon. */
export function StandingPill({ status }: Pick<Standing, "status">) {
  const t = useT();
  return <StatusPill tone={TONE[status]}>{t(`portal.recommendation.status.${status}`)}</StatusPill>;
}

/** Why it stands where it stands, and what happens by when (S3). */
export function StandingSentence({ status, reason, until }: Shown) {
  const next = useNext();
  const reasonWords = useReason();
  const sentence = next({ status, reason, until });
  const because = reason && !["hold_period", "appeal_open"].includes(reason) ? reasonWords(reason) : null;
  if (!sentence && !because) return null;
  return <p className="measure text-muted">{[because, sentence].filter(Boolean).join(" ")}</p>;
}

function useNext(): (shown: Shown) => string | null {
  const t = useT();
  const format = useFormat();
  return ({ status, reason, until }) => {
    if (!until) return status === "signed_up" ? t("portal.recommendation.next.signed_upOpen") : null;
    // The time to qualify is a year, as a rule.
    const values = { until: status === "signed_up" ? format.dateTimeOfYear(until) : format.dateTime(until) };
    if (reason === "appeal_open") return t("portal.recommendation.next.appeal_open", values);
    const key = `portal.recommendation.next.${status}`;
    return t.has(key) ? t(key, values) : null;
  };
}

/** "L., whom you recommended", or someone, where the friend agreed to no more (S5). */
export function useFriendName(): (line: Pick<RecommendationLine, "initial">) => string {
  const t = useT();
  return ({ initial }) =>
    initial ? t("portal.recommendation.initial", { initial }) : t("portal.recommendation.someone");
}
