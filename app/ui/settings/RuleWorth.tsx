import { onlyAnnoys, precisionOf, type RuleRecord } from "~/trust/rule-record";
import { useFormat, useT } from "../i18n";

interface RuleWorthProps {
  record: RuleRecord | undefined;
  /** The program takes it as advice already. */
  advice?: boolean;
}

/** How often a check was right, in a sentence; with the proposal where it only annoyed (R37). */
export function RuleWorth({ record, advice = true }: RuleWorthProps) {
  const t = useT();
  const format = useFormat();
  if (!record) return <>{t("trust.settings.none")}</>;
  const { found, right, wrong, appealsUpheld, open } = record;
  const precision = precisionOf(record);
  return (
    <>
      {t("trust.settings.record", { found, right, wrong, appeals: appealsUpheld, open })}
      {precision === null ? null : ` ${t("trust.settings.precision", { share: format.percent(precision) })}`}
      {!advice && onlyAnnoys(record) ? <strong className="block text-ink">{t("trust.settings.annoys")}</strong> : null}
    </>
  );
}
