import type { Moved, PolicyComparison, PolicyOutcome } from "~/reports/compare-policies";
import { Explain } from "../components/Explain";
import { Table } from "../components/Table";
import { useFormat, useT } from "../i18n";

/** What two policies made of a quarter, as the server went through it. */
export interface PolicyTried extends PolicyComparison {
  currency: string;
  cut: boolean;
}

/** What would have been different: the money, the wait, what was caught; then both policies beside each other. */
export function PolicyResult({ tried: result }: { tried: PolicyTried }) {
  const t = useT();
  const format = useFormat();
  if (result.rewards === 0) return <p className="measure text-muted">{t("simulate.nothing")}</p>;
  const { currency, rewards, cut, present, tried, caught, missed, later, sooner } = result;
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency });
  const span = (days: number) => (days < 1 ? t("simulate.hours") : t("simulate.days", { days: Math.round(days) }));
  const moved = ({ champions, middleDays, mostDays }: Moved) => ({ champions, middle: span(middleDays), most: span(mostDays) });
  const lessMinor = present.paid.amountMinor - tried.paid.amountMinor;
  const amounts = ({ rewards: count, amountMinor }: PolicyOutcome["paid"]) => ({ rewards: count, amount: money(amountMinor) });
  const sentences = [
    caught.rewards > 0 ? t("simulate.caught", amounts(caught)) : [],
    missed.rewards > 0 ? t("simulate.missed", amounts(missed)) : [],
    later.champions > 0 ? t("simulate.later", moved(later)) : [],
    sooner.champions > 0 ? t("simulate.sooner", moved(sooner)) : [],
    later.champions + sooner.champions === 0 ? t("simulate.nobodyMoves") : [],
    tried.letThrough.rewards > 0 ? t("simulate.letThrough", amounts(tried.letThrough)) : [],
  ].flat();
  const rows = (["paid", "lost", "byPerson", "byTwo"] as const).map((figure) => ({ figure, present: present[figure], tried: tried[figure] }));
  const cell = (value: PolicyOutcome["paid"] | number) => (typeof value === "number" ? format.number(value) : money(value.amountMinor));
  return (
    <div className="flex flex-col gap-4">
      <p className="font-serif text-xl">
        {lessMinor === 0n
          ? t("simulate.same")
          : t(lessMinor > 0n ? "simulate.less" : "simulate.more", { amount: money(lessMinor > 0n ? lessMinor : -lessMinor) })}
      </p>
      <ul className="measure flex list-disc flex-col gap-1 pl-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Table
        caption={t("simulate.table")}
        hideCaption
        dense
        columns={[
          { key: "figure", header: t("simulate.figure"), rowHeader: true, cell: ({ figure }) => t(`simulate.${figure}`) },
          { key: "present", header: t("simulate.present"), numeric: true, cell: (row) => cell(row.present) },
          { key: "tried", header: t("simulate.tried"), numeric: true, cell: (row) => cell(row.tried) },
        ]}
        rows={rows}
        rowKey={({ figure }) => figure}
      />
      <p className="text-sm text-muted">
        {t("simulate.rewards", { rewards })} {cut ? t("simulate.cut") : ""}
      </p>
      <Explain label={t("simulate.how")}>
        <p>{t("simulate.howChecks")}</p>
        <p>{t("simulate.howPeople")}</p>
        <p>{t("simulate.howRest")}</p>
      </Explain>
    </div>
  );
}
