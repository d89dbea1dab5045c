import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { useT } from "~/ui/i18n";

/** Makes a link for one more place. */
export function NewLinkForm({ reply }: { reply: unknown }) {
  const t = useT();
  return (
    <Card title={t("share.links.add")}>
      <PostForm reply={reply}>
        <input type="hidden" name="intent" value="make" />
        <Field name="label" label={t("share.links.label")} hint={t("share.links.labelHint")}>
          <TextInput maxLength={40} autoComplete="off" />
        </Field>
        <Field name="code" label={t("share.links.code")} hint={t("share.links.codeHint")} optional>
          <TextInput maxLength={20} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        </Field>
        <p>
          <Button>{t("share.links.create")}</Button>
        </p>
      </PostForm>
    </Card>
  );
}
