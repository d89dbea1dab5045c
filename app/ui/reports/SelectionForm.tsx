import { Form } from "@remix-run/react";
import { isoDay, writeSelection, type ReportSelection } from "~/reports/report-selection";
import { Button } from "../components/Button";
import { CONTROL } from "../components/control-style";
import { FilterChoice } from "../components/FilterChoice";
import { LinkButton } from "../components/LinkButton";
import { useT } from "../i18n";

interface SelectionFormProps {
  selection: ReportSelection;
  choices: Record<"programs" | "champions", { id: string; name: string }[]>;
}

/** The days and the part of the program a report is about: a plain GET form, so the address says it all. */
export function SelectionForm({ selection, choices }: SelectionFormProps) {
  const t = useT();
  const lastDay = isoDay(new Date(selection.until.getTime() - 1));
  return (
    <Form method="get" aria-label={t("reports.filter.legend")} data-print="none" className="grid grid-cols-2 items-end gap-4 lg:grid-cols-4">
      <label className="flex min-w-0 flex-col gap-1.5 font-semibold">
        {t("reports.filter.from")}
        <input type="date" name="from" defaultValue={isoDay(selection.from)} className={`${CONTROL} font-normal`} />
      </label>
      <label className="flex min-w-0 flex-col gap-1.5 font-semibold">
        {t("reports.filter.to")}
        <input type="date" name="to" defaultValue={lastDay} className={`${CONTROL} font-normal`} />
      </label>
      <FilterChoice
        name="program"
        label={t("reports.filter.program")}
        all={t("reports.filter.allPrograms")}
        value={selection.programId}
        options={choices.programs.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterChoice
        name="champion"
        label={t("reports.filter.champion")}
        all={t("reports.filter.allChampions")}
        value={selection.championId}
        options={choices.champions.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className="col-span-2 flex flex-wrap gap-3 lg:col-span-4">
        <Button>{t("reports.filter.show")}</Button>
        <LinkButton variant="secondary" reloadDocument to={`/marketing.csv?${writeSelection(selection, { of: "purchases" })}`}>
          {t("reports.filter.csv")}
        </LinkButton>
      </div>
    </Form>
  );
}
