import { Form } from "@remix-run/react";
import { isoDay, writeSelection, type ReportSelection } from "~/reports/report-selection";
import { Button } from "../components/Button";
import { CONTROL } from "../components/control-style";
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
    <Form method="get" aria-label={t("reports.filter.legend")} data-print="none" className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <label className="flex flex-col gap-1.5 font-semibold">
        {t("reports.filter.from")}
        <input type="date" name="from" defaultValue={isoDay(selection.from)} className={CONTROL} />
      </label>
      <label className="flex flex-col gap-1.5 font-semibold">
        {t("reports.filter.to")}
        <input type="date" name="to" defaultValue={lastDay} className={CONTROL} />
      </label>
      <Choice name="program" label={t("reports.filter.program")} all={t("reports.filter.allPrograms")} value={selection.programId} options={choices.programs} />
      <Choice name="champion" label={t("reports.filter.champion")} all={t("reports.filter.allChampions")} value={selection.championId} options={choices.champions} />
      <div className="flex flex-wrap gap-3 sm:col-span-2 lg:col-span-4">
        <Button>{t("reports.filter.show")}</Button>
        <LinkButton variant="secondary" reloadDocument to={`/marketing.csv?${writeSelection(selection, { of: "purchases" })}`}>
          {t("reports.filter.csv")}
        </LinkButton>
      </div>
    </Form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  all: string;
  value: string | null;
  options: { id: string; name: string }[];
}

function Choice({ name, label, all, value, options }: ChoiceProps) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5 font-semibold">
      {label}
      <select name={name} defaultValue={value ?? ""} className={CONTROL}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
