import { Field } from "~/ui/components/Field";
import { TextInput } from "~/ui/components/TextInput";
import { useT } from "~/ui/i18n";
import { WEBHOOK_EVENT_TYPES } from "~/webhooks/event-types";
import { CheckboxGroup } from "~/ui/components/CheckboxGroup";

/** What an owner says about an endpoint besides its address. */
export function WebhookFields({ description, types }: { description: string | null; types: readonly string[] }) {
  const t = useT();
  return (
    <>
      <Field name="description" label={t("webhooks.description")} hint={t("webhooks.descriptionHint")} optional>
        <TextInput maxLength={100} autoComplete="off" defaultValue={description ?? ""} />
      </Field>
      <CheckboxGroup
        name="types"
        legend={t("webhooks.types")}
        options={WEBHOOK_EVENT_TYPES.map((type) => ({
          value: type,
          label: <code className="text-sm">{type}</code>,
          hint: t(`webhooks.type.${type}`),
          checked: types.includes(type),
        }))}
      />
    </>
  );
}
