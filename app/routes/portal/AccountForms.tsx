import type { MailChoice } from "~/notices/mail-choices.server";
import { LOCALES } from "~/platform/locale";
import { Button } from "~/ui/components/Button";
import { Checkbox } from "~/ui/components/Checkbox";
import { Field } from "~/ui/components/Field";
import { PostForm } from "~/ui/components/PostForm";
import { Select } from "~/ui/components/Select";
import { useT } from "~/ui/i18n";

/** In which language mails are written; the pages follow the choice at their foot. */
export function LanguageForm({ locale, reply }: { locale: string; reply: unknown }) {
  const t = useT();
  return (
    <PostForm reply={reply} className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="language" />
      <Field name="locale" label={t("portal.account.language")}>
        <Select
          defaultValue={locale}
          options={LOCALES.map((value) => ({ value, label: t(`common.language.${value}`) }))}
        />
      </Field>
      <p>
        <Button variant="secondary">{t("portal.account.saveLanguage")}</Button>
      </p>
    </PostForm>
  );
}

/** Which kinds of mail somebody wants. */
export function MailChoicesForm({ choices }: { choices: MailChoice[] }) {
  const t = useT();
  return (
    <PostForm className="flex flex-col gap-2">
      <input type="hidden" name="intent" value="mails" />
      {choices.map(({ kind, wanted }) => (
        <Checkbox key={kind} name="wanted" value={kind} label={t(`portal.account.mail.${kind}`)} defaultChecked={wanted} />
      ))}
      <p>
        <Button variant="secondary">{t("portal.account.saveMails")}</Button>
      </p>
    </PostForm>
  );
}
