import { Form } from "@remix-run/react";
import type { MailFilter } from "~/notices/mail-log";
import { MAIL_STATUSES } from "~/notices/mail-status";
import { TEMPLATE_NAMES } from "~/notices/mail-templates";
import { Button } from "~/ui/components/Button";
import { Field } from "~/ui/components/Field";
import { Select } from "~/ui/components/Select";
import { TextInput } from "~/ui/components/TextInput";
import { useT } from "~/ui/i18n";

/** The search over the send log; its choices stand in the address, so that a colleague can be sent there. */
export function MailFilterForm({ filter }: { filter: MailFilter }) {
  const t = useT();
  const any = { value: "", label: t("mail.log.any") };
  const statuses = MAIL_STATUSES.map((value) => ({ value, label: t(`mail.status.${value}`) }));
  const templates = TEMPLATE_NAMES.map((value) => ({ value, label: t(`mail.template.${value}`) }));
  return (
    // Another search is another form: what the fields show follows the address.
    <Form key={JSON.stringify(filter)} method="get" className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-[2fr_1fr_1.4fr_1fr_1fr_auto]">
      <Field name="person" label={t("mail.log.person")} optional>
        <TextInput type="search" defaultValue={filter.person} maxLength={100} autoComplete="off" />
      </Field>
      <Field name="status" label={t("mail.log.status")} optional>
        <Select defaultValue={filter.status ?? ""} options={[any, ...statuses]} />
      </Field>
      <Field name="template" label={t("mail.log.template")} optional>
        <Select defaultValue={filter.template ?? ""} options={[any, ...templates]} />
      </Field>
      <Field name="from" label={t("mail.log.from")} optional>
        <TextInput type="date" defaultValue={filter.from ?? ""} />
      </Field>
      <Field name="until" label={t("mail.log.until")} optional>
        <TextInput type="date" defaultValue={filter.until ?? ""} />
      </Field>
      <Button icon="search">{t("mail.log.search")}</Button>
    </Form>
  );
}
