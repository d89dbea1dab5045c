import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Overview } from "~/reports/overview";
import { writeSelection, type ReportSelection } from "~/reports/report-selection";
import { Figure } from "../components/charts/Figure";
import { useFormat, useT } from "../i18n";

interface FiguresProps {
  selection: ReportSelection;
  overview: Overview;
}

/** The four figures: each with how sure it is, how it went, what it means and the rows behind it. */
export function Figures({ selection, overview }: FiguresProps) {
  const t = useT();
  const format = useFormat();
  const { currency, conversion, funnel, byWeek, revenueInterval, purchasesInterval } = overview;
  const money = (amount: number) => format.money({ amountMinor: BigInt(Math.round(amount)), currency });
  const meaning = (text: ReactNode) => ({ label: t("reports.figure.meaning"), text });
  const rows = (of: string) => (
    <Link to={`/marketing/rows?${writeSelection(selection, { of })}`} className="target inline-flex items-center font-semibold text-accent" data-print="none">
      {t("reports.figure.openRows")}
    </Link>
  );
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-4 print:gap-2">
      <Figure
        label={t("reports.figure.conversion")}
        value={conversion.share === null ? t("reports.figure.nothingYet") : format.percent(conversion.share, 1)}
        interval={conversion.interval ? { low: format.percent(conversion.interval.low, 1), high: format.percent(conversion.interval.high, 1) } : undefined}
        history={byWeek.map(({ clicks, newFriends }) => (clicks > 0 ? newFriends / clicks : 0))}
        definition={meaning(t("reports.meaning.conversion"))}
        rows={rows("clicks")}
      />
      <Figure
        label={t("reports.figure.purchases")}
        value={format.number(funnel.purchases)}
        interval={{ low: format.number(purchasesInterval.low), high: format.number(purchasesInterval.high) }}
        history={byWeek.map(({ purchases }) => purchases)}
        definition={meaning(t("reports.meaning.purchases"))}
        rows={rows("purchases")}
      />
      <Figure
        label={t("reports.figure.revenue")}
        value={format.money(funnel.revenue)}
        interval={{ low: money(revenueInterval.low), high: money(revenueInterval.high) }}
        history={byWeek.map(({ revenueMinor }) => Number(revenueMinor))}
        definition={meaning(
          <>
            <p>{t("reports.meaning.revenue")}</p>
            {overview.otherCurrencies.length > 0 ? (
              <p>{t("reports.others", { amounts: format.list(overview.otherCurrencies.map((amount) => format.money(amount))) })}</p>
            ) : null}
          </>,
        )}
        rows={rows("purchases")}
      />
      <Figure
        label={t("reports.figure.thanks")}
        value={format.money(overview.given)}
        definition={meaning(
          t("reports.meaning.thanks", { discounts: format.money(overview.discounts), owed: format.money(overview.owed) }),
        )}
        rows={
          <span className="flex flex-wrap gap-x-4" data-print="none">
            {rows("given")}
            <Link to={`/marketing/rows?${writeSelection(selection, { of: "owed" })}`} className="target inline-flex items-center font-semibold text-accent" data-print="none">
              {t("reports.rows.owed")}
            </Link>
          </span>
        }
      />
    </div>
  );
}
