import { Form } from "@remix-run/react";
import { QUEUE_REASONS, writeQueueFilter, type QueueFilter, type QueueView } from "~/rewards/queue-view";
import { Button } from "~/ui/components/Button";
import { Explain } from "~/ui/components/Explain";
import { FilterChoice } from "~/ui/components/FilterChoice";
import { FilterField } from "~/ui/components/FilterField";
import { LinkButton } from "~/ui/components/LinkButton";
import { useT } from "~/ui/i18n";

interface QueueFilterFormProps {
  view: QueueView;
  filter: QueueFilter;
  /** Slugs. */
  programs: string[];
}

/** The search through the drawers; its choices stand in the address, so that a colleague can be sent there. */
export function QueueFilterForm({ view, filter, programs }: QueueFilterFormProps) {
  const t = useT();
  const any = t("desk.queue.any");
  const filtered = Object.keys(writeQueueFilter(filter)).length > 0;
  return (
    // Closed until somebody looks for something: the work comes first. Another search is another form.
    <Explain key={JSON.stringify([view, filter])} label={t("desk.queue.find")} open={filtered} wide>
      <Form method="get" role="search" className="grid grid-cols-2 items-end gap-4 lg:grid-cols-[2fr_1fr_1.4fr_auto]">
        <input type="hidden" name="view" value={view} />
        <FilterField type="search" name="q" label={t("desk.queue.search")} defaultValue={filter.search} maxLength={80} autoComplete="off" wide />
        <FilterChoice
          name="program"
          label={t("desk.queue.program")}
          all={any}
          value={filter.program}
          options={programs.map((slug) => ({ value: slug, label: slug }))}
        />
        <FilterChoice
          name="reason"
          label={t("desk.queue.col.why")}
          all={any}
          value={filter.reason}
          options={QUEUE_REASONS.map((value) => ({ value, label: t(`desk.queue.why.${value}`) }))}
        />
        <div className="flex flex-wrap gap-3">
          <Button icon="search" variant="secondary">{t("desk.queue.submit")}</Button>
          {filtered ? (
            <LinkButton to={`/desk/queue?view=${view}`} variant="plain">
              {t("desk.queue.clear")}
            </LinkButton>
          ) : null}
        </div>
      </Form>
    </Explain>
  );
}
