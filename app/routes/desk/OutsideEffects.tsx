import type { HandOver } from "~/fulfilment/find-hand-over.server";
import type { MailAbout } from "~/notices/list-mails-about.server";
import type { RAILS } from "~/programs/program-rules";
import { DateTime } from "~/ui/components/DateTime";
import { StatusPill, type StatusTone } from "~/ui/components/StatusPill";
import { useFormat, useT } from "~/ui/i18n";
import { useReasonWord } from "./use-reason-word";

type Rail = (typeof RAILS)[number];

const HAND_OVER_TONE: Record<HandOver["status"], StatusTone> = {
  intended: "neutral",
  sent: "waiting",
  unknown: "waiting",
  confirmed: "done",
  failed: "refused",
  cancelled: "neutral",
  returned: "refused",
};

const WAY_BACK = { confirmed: "cameBack", failed: "notTakenBack", under_way: "takingBack" } as const;

/** Everything that left the house because of a reward, each with its state (DESIGN: reward detail). */
export function OutsideEffects({ handOver, mails }: { handOver: HandOver | null; mails: MailAbout[] }) {
  const t = useT();
  if (!handOver && mails.length === 0) return <p className="text-muted">{t("desk.reward.effectsNone")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-hairline">
      {handOver ? <HandOverRow handOver={handOver} /> : null}
      {mails.map(({ id, template, status, queuedAt, sentAt }) => {
        const key = `desk.reward.mail.${template}`;
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span>{t.has(key) ? t(key) : template}</span>
            <span className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1 text-sm text-muted">
              <DateTime at={sentAt ?? queuedAt} />
              <StatusPill
                tone={
                  status === "delivered" || status === "sent"
                    ? "done"
                    : ["bounced", "complained", "failed", "suppressed"].includes(status)
                    ? "refused"
                    : "neutral"
                }
              >
                {t(`desk.reward.mailState.${status}`)}
              </StatusPill>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function HandOverRow({ handOver }: { handOver: HandOver }) {
  const t = useT();
  const format = useFormat();
  const reasonWord = useReasonWord();
  const {
    status,
    amountMinor,
    nettedMinor,
    currency,
    attempts,
    providerRef,
    error,
    confirmedAt,
    firstSentAt,
    nextTryAt,
    createdAt,
    reversals,
  } = handOver;
  const money = (minor: bigint) => format.money({ amountMinor: minor, currency });
  const facts = [
    nettedMinor !== 0n ? t("desk.reward.netted", { netted: money(nettedMinor) }) : null,
    attempts > 0 ? t("desk.reward.tries", { count: attempts }) : null,
    ...reversals.map((one) => t(`desk.reward.${WAY_BACK[one.status]}`, { amount: money(one.amountMinor) })),
    providerRef ? t("desk.reward.reference", { reference: providerRef }) : null,
    error ? reasonWord(error) : null,
    nextTryAt ? t("desk.reward.nextTry", { at: format.dateTime(nextTryAt) }) : null,
  ].filter((fact) => fact !== null);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <span>
        {t(`desk.reward.handOver.${handOver.rail as Rail}`, { amount: money(amountMinor) })}
        <span className="block text-sm text-muted">{facts.join(" · ")}</span>
      </span>
      <span className="flex flex-wrap items-center gap-3 text-sm text-muted">
        <DateTime at={confirmedAt ?? firstSentAt ?? createdAt} />
        <StatusPill tone={HAND_OVER_TONE[status]}>{t(`desk.reward.state.${status}`)}</StatusPill>
      </span>
    </li>
  );
}
