import { PROGRAM_TYPES } from "~/programs/program";
import { PROGRAM_CURRENCIES } from "~/programs/program-rules";
import { Button } from "../components/Button";
import { Card } from "../components/Card";
import { Field } from "../components/Field";
import { PostForm } from "../components/PostForm";
import { RadioGroup } from "../components/RadioGroup";
import { Select } from "../components/Select";
import { TextInput } from "../components/TextInput";
import { useT } from "../i18n";

/** Makes a draft: address, kind and currency are all it asks. */
export function NewProgram({ reply }: { reply: unknown }) {
  const t = useT();
  const types = PROGRAM_TYPES.map((value) => ({ value, label: t(`settings.index.${value}`) }));
  const currencies = PROGRAM_CURRENCIES.map((value) => ({ value, label: value }));
  return (
    <Card title={t("settings.index.create")}>
      <p className="measure text-muted">{t("settings.index.createLead")}</p>
      <PostForm reply={reply} action="/desk/settings">
        <Field name="slug" label={t("settings.index.slug")} hint={t("settings.index.slugHint")}>
          <TextInput autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Field>
        <RadioGroup
          name="type"
          legend={t("settings.index.type")}
          options={types}
          defaultValue={PROGRAM_TYPES[0]}
        />
        <Field name="currency" label={t("settings.index.currency")}>
          <Select options={currencies} defaultValue={PROGRAM_CURRENCIES[0]} />
        </Field>
        <div>
          <Button>{t("settings.index.createButton")}</Button>
        </div>
      </PostForm>
    </Card>
  );
}
