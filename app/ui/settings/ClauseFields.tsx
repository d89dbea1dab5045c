import { LOCALES } from "~/platform/locale";
import type { Clause, ClauseSubject } from "~/programs/terms";
import { isSubject } from "~/programs/clause-draft";
import { Button } from "../components/Button";
import { Field } from "../components/Field";
import { TextArea } from "../components/TextArea";
import { TextInput } from "../components/TextInput";
import { useT } from "../i18n";

interface ClauseFieldsProps {
  clause: Clause;
  index: number;
  count: number;
}

const LANGUAGE = { en: "english", nl: "dutch" } as const;

/** One clause in both languages, with the buttons that move it or take it away. */
export function ClauseFields({ clause, index, count }: ClauseFieldsProps) {
  const t = useT();
  const number = index + 1;
  const subject = isSubject(clause.key) ? t(`settings.terms.subjects.${clause.key as ClauseSubject}`) : null;
  return (
    <fieldset className="flex flex-col gap-3 border-t border-hairline pt-5">
      <legend className="float-left font-serif text-lg">{t("settings.terms.clause", { number })}</legend>
      <input type="hidden" name={`clauses[${index}].key`} value={clause.key} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-muted">
          {subject ? t("settings.terms.subject", { subject }) : t("settings.terms.own")}
        </p>
        <div className="flex gap-2">
          {number > 1 ? <Act act="up" number={number} /> : null}
          {number < count ? <Act act="down" number={number} /> : null}
          {subject ? null : <Act act="remove" number={number} />}
        </div>
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        {LOCALES.map((locale) => {
          const language = t(`settings.program.${LANGUAGE[locale]}`);
          const labelled = (label: string) => t("settings.program.inLanguage", { label, language });
          return (
            <div key={locale} className="flex flex-col gap-3">
              <Field
                name={`clauses[${index}].title.${locale}`}
                label={labelled(t("settings.terms.clauseTitle"))}
              >
                <TextInput lang={locale} defaultValue={clause.title[locale]} />
              </Field>
              <Field
                name={`clauses[${index}].text.${locale}`}
                label={labelled(t("settings.terms.clauseText"))}
              >
                <TextArea
                  lang={locale}
                  rows={rowsFor(clause.text[locale])}
                  defaultValue={clause.text[locale]}
                />
              </Field>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** High enough to read a clause without scrolling inside it. */
function rowsFor(text: string): number {
  return Math.max(4, Math.ceil(text.length / 50) + 1);
}

const MARKS = { up: "↑", down: "↓", remove: "×" } as const;

function Act({ act, number }: { act: keyof typeof MARKS; number: number }) {
  const t = useT();
  const label = t(`settings.terms.${act}`, { number });
  return (
    <Button
      name="intent"
      value={`${act}-${number}`}
      variant="secondary"
      size="small"
      aria-label={label}
      title={label}
    >
      <span aria-hidden="true">{MARKS[act]}</span>
    </Button>
  );
}
