import { Form } from "@remix-run/react";
import type { MailFilter } from "~/notices/mail-log";
import { MAIL_STATUSES } from "~/notices/mail-status";
import { TEMPLATE_NAMES } from "~/notices/mail-templates";
import { Button } from "~/ui/components/Button";
import { FilterChoice } from "~/ui/components/FilterChoice";
import { FilterField } from "~/ui/components/FilterField";
import { useT } from "~/ui/i18n";

/** The search over the send log; its choices stand in the address, so that a colleague can be sent there. */
export function MailFilterForm({ filter }: { filter: MailFilter }) {
  const t = useT();
  const statuses = MAIL_STATUSES.map((value) => ({ value, label: t(`mail.status.${value}`) }));
  const templates = TEMPLATE_NAMES.map((value) => ({ value, label: t(`mail.template.${value}`) }));
  return (
    // Another search is another form: what the fields show follows the address.
    <Form
      key={JSON.stringify(filter)}
      method="get"
      role="search"
      className="grid grid-cols-2 items-end gap-4 lg:grid-cols-3 2xl:grid-cols-[2fr_1.2fr_1.6fr_1.2fr_1.2fr_auto]"
    >
      <FilterField type="search" name="person" label={t("mail.log.person")} defaultValue={filter.person} maxLength={100} autoComplete="off" wide />
      <FilterChoice name="status" label={t("mail.log.status")} all={t("mail.log.any")} value={filter.status} options={statuses} />
      <FilterChoice name="template" label={t("mail.log.template")} all={t("mail.log.any")} value={filter.template} options={templates} />
      <FilterField type="date" name="from" label={t("mail.log.from")} defaultValue={filter.from ?? ""} />
      <FilterField type="date" name="until" label={t("mail.log.until")} defaultValue={filter.until ?? ""} />
      <div className="col-span-2 lg:col-span-1">
        <Button icon="search">{t("mail.log.search")}</Button>
      </div>
    </Form>
  );
}
