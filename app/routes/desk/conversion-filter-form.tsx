import { Form } from "@remix-run/react";
import { ATTRIBUTION_REASONS, KINDS, OUTCOMES, type ConversionFilter } from "~/attribution/conversion-filter";
import { Button } from "~/ui/components/Button";
import { FilterChoice } from "~/ui/components/FilterChoice";
import { FilterField } from "~/ui/components/FilterField";
import { useT } from "~/ui/i18n";

interface ConversionFilterFormProps {
  filter: ConversionFilter;
  /** Slugs. */
  programs: string[];
}

/** The search over the sales and sign-ups; its choices stand in the address, so that a colleague can be sent there. */
export function ConversionFilterForm({ filter, programs }: ConversionFilterFormProps) {
  const t = useT();
  const any = t("conversions.any");
  return (
    // Another search is another form: what the fields show follows the address.
    <Form
      key={JSON.stringify(filter)}
      method="get"
      role="search"
      className="grid grid-cols-2 items-end gap-4 lg:grid-cols-4 2xl:grid-cols-[2fr_1fr_1fr_1fr_1.4fr_1.2fr_1.2fr_auto]"
    >
      <FilterField type="search" name="q" label={t("conversions.search")} defaultValue={filter.search} maxLength={200} autoComplete="off" wide />
      <FilterChoice
        name="kind"
        label={t("conversions.kind")}
        all={any}
        value={filter.kind}
        options={KINDS.map((value) => ({ value, label: t(`conversions.kinds.${value}`) }))}
      />
      <FilterChoice
        name="program"
        label={t("conversions.program")}
        all={any}
        value={filter.program}
        options={programs.map((slug) => ({ value: slug, label: slug }))}
      />
      <FilterChoice
        name="outcome"
        label={t("conversions.outcome")}
        all={any}
        value={filter.outcome}
        options={OUTCOMES.map((value) => ({ value, label: t(`conversions.outcomes.${value}`) }))}
      />
      <FilterChoice
        name="reason"
        label={t("conversions.reason")}
        all={any}
        value={filter.reason}
        options={ATTRIBUTION_REASONS.map((value) => ({ value, label: t(`conversions.why.${value}`) }))}
      />
      <FilterField type="date" name="from" label={t("conversions.from")} defaultValue={filter.from ?? ""} />
      <FilterField type="date" name="until" label={t("conversions.until")} defaultValue={filter.until ?? ""} />
      <div>
        <Button icon="search">{t("conversions.submit")}</Button>
      </div>
    </Form>
  );
}
