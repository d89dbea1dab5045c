import type { ReactNode } from "react";
import type { Evidence } from "~/rewards/get-evidence.server";
import { CheckList } from "~/ui/components/CheckList";
import { DateTime } from "~/ui/components/DateTime";
import { Explain } from "~/ui/components/Explain";
import { useFormat, useT } from "~/ui/i18n";
import { Compared } from "./Compared";
import { useReasonWord } from "./use-reason-word";

/** What a decision rests on: the purchase, the touches, the checks, and how the attribution was decided. */
export function EvidenceLists({ evidence }: { evidence: Evidence }) {
  const t = useT();
  const format = useFormat();
  const reasonWord = useReasonWord();
  const { purchase, touches, checks, trace } = evidence;
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency: purchase.currency });
  return (
    <div className="flex flex-col gap-4 text-sm">
      <Part title={t("desk.reward.purchase")}>
        <p>
          <DateTime at={purchase.occurredAt} /> · {t("desk.reward.paid", { paid: money(purchase.paidMinor) })}
          {purchase.taxMinor > 0n ? `, ${t("desk.reward.tax", { tax: money(purchase.taxMinor) })}` : null}
        </p>
        {purchase.discountMinor > 0n ? (
          <p>{t("desk.reward.discount", { discount: money(purchase.discountMinor) })}</p>
        ) : null}
        {purchase.takenBackMinor > 0n ? (
          <p className="font-semibold text-lost">
            {t("desk.reward.takenBack", { amount: money(purchase.takenBackMinor) })}
          </p>
        ) : null}
        <ul>
          {purchase.lines.map(({ group, quantity, netMinor }, i) => (
            <li key={i}>{t("desk.reward.lines2", { quantity, group, net: money(netMinor) })}</li>
          ))}
        </ul>
        {purchase.codes.length > 0 ? (
          <p>{t("desk.reward.codes", { codes: format.list(purchase.codes) })}</p>
        ) : null}
      </Part>
      <Part title={t("desk.reward.touches")}>
        <ul className="flex flex-col gap-1">
          {touches.map(({ id, kind, touchedAt, linkLabel, own, won, reason }) => (
            <li key={id}>
              <DateTime at={touchedAt} /> ·{" "}
              {t.has(`desk.reward.touch.${kind}`)
                ? t(`desk.reward.touch.${kind}` as "desk.reward.touch.claim")
                : kind}
              {linkLabel ? ` · ${t("desk.reward.label", { label: linkLabel })}` : null}
              {own ? null : ` · ${t("desk.reward.otherChampion")}`}
              <span className="block text-muted">
                {t(
                  won
                    ? "desk.reward.won"
                    : own && !reason
                    ? "desk.reward.alsoTheirs"
                    : "desk.reward.lostTouch",
                )}
                {reason ? `: ${reasonWord(reason)}` : null}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t("desk.reward.checks")}>
        {checks.length === 0 ? <p className="text-muted">{t("desk.reward.checksNone")}</p> : null}
        <CheckList
          checks={checks.map(({ rule, outcome, compared }) => ({
            key: rule,
            outcome:
              outcome === "pass" || outcome === "note"
                ? "yes"
                : outcome === "block" || outcome === "not_eligible"
                ? "no"
                : "waiting",
            text: `${rule} · ${
              t.has(`desk.rule.${rule}`)
                ? t(`desk.rule.${rule}` as "desk.rule.R1")
                : t("desk.rule.other", { rule })
            }: ${
              t.has(`desk.outcome.${outcome}`) ? t(`desk.outcome.${outcome}` as "desk.outcome.pass") : outcome
            }`,
            because: <Compared values={compared} currency={purchase.currency} />,
          }))}
        />
      </Part>
      <Explain label={t("desk.reward.trace")}>
        <CheckList
          checks={trace.map(({ check, outcome, rule, reason, compared }, i) => ({
            key: `${check} ${i}`,
            outcome: outcome === "pass" ? "yes" : "no",
            text: `${t(`desk.check.${check}`)} (${rule})`,
            because: (
              <>
                {reason ? `${reasonWord(reason)} ` : null}
                <Compared values={compared} currency={purchase.currency} />
              </>
            ),
          }))}
        />
      </Explain>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-sans text-sm font-semibold text-muted">{title}</h3>
      {children}
    </section>
  );
}
