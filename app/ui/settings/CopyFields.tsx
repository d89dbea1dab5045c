import { LOCALES, type Locale } from "~/platform/locale";
import type { ProgramCopyByLocale } from "~/programs/program-copy";
import { Field } from "../components/Field";
import { TextArea } from "../components/TextArea";
import { TextInput } from "../components/TextInput";
import { useT } from "../i18n";

interface CopyFieldsProps {
  copy: ProgramCopyByLocale;
  /** What each figure says now, in the reader's language. */
  figures: Record<string, string>;
}

/** A program's texts, both languages side by side. */
export function CopyFields({ copy, figures }: CopyFieldsProps) {
  const t = useT();
  const step = (number: number) => t("settings.program.copyStep", { number });
  return (
    <>
      <p className="measure text-muted">{t("settings.program.wordsLead")}</p>
      <div className="flex flex-col gap-1.5">
        <p className="font-semibold">{t("settings.program.figuresNow")}</p>
        <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {Object.entries(figures).map(([name, value]) => (
            <div key={name} className="flex gap-1.5">
              <dt className="font-mono">{`{${name}}`}</dt>
              <dd className="money text-muted">{value === "" ? t("settings.program.none") : value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <TextPair name="title" label={t("settings.program.copyTitle")} of={(locale) => copy[locale].title} />
      <TextPair
        name="promise"
        label={t("settings.program.copyPromise")}
        of={(locale) => copy[locale].promise}
        rows={2}
      />
      {([0, 1, 2] as const).map((index) => (
        <TextPair
          key={index}
          name={`steps[${index}]`}
          label={step(index + 1)}
          of={(locale) => copy[locale].steps[index]}
          rows={2}
        />
      ))}
      <TextPair
        name="values"
        label={t("settings.program.copyValues")}
        of={(locale) => copy[locale].values}
        rows={6}
      />
      <TextPair
        name="friendHeadline"
        label={t("settings.program.copyFriendHeadline")}
        of={(locale) => copy[locale].friendHeadline}
      />
      <TextPair
        name="shareText"
        label={t("settings.program.copyShareText")}
        hint={t("settings.program.copyShareTextHint")}
        of={(locale) => copy[locale].shareText}
        rows={3}
      />
    </>
  );
}

interface TextPairProps {
  name: string;
  label: string;
  hint?: string;
  of: (locale: Locale) => string;
  /** One line when there is none. */
  rows?: number;
}

const LANGUAGE = { en: "english", nl: "dutch" } as const;

/** One text in both languages, each beside the other on a wide screen. */
function TextPair({ name, label, hint, of, rows }: TextPairProps) {
  const t = useT();
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {LOCALES.map((locale) => {
        const language = t(`settings.program.${LANGUAGE[locale]}`);
        return (
          <Field
            key={locale}
            name={`copy.${locale}.${name}`}
            label={t("settings.program.inLanguage", { label, language })}
            hint={hint}
          >
            {rows === undefined ? (
              <TextInput lang={locale} defaultValue={of(locale)} />
            ) : (
              <TextArea lang={locale} rows={rows} defaultValue={of(locale)} />
            )}
          </Field>
        );
      })}
    </div>
  );
}
