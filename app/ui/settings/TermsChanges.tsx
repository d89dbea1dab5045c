import { LOCALES } from "~/platform/locale";
import { diffTerms, type Clause, type ClauseChange } from "~/programs/terms";
import { Explain } from "../components/Explain";
import { useFormat, useLocale, useT } from "../i18n";

interface TermsChangesProps {
  /** The version in force. */
  before: { number: number; clauses: Clause[] };
  after: Clause[];
}

/** What differs from the version in force, one plain sentence per clause, with both texts behind it. */
export function TermsChanges({ before, after }: TermsChangesProps) {
  const t = useT();
  const changes = diffTerms(before.clauses, after);
  const { number } = before;
  if (changes.length === 0) return <p>{t("settings.terms.unchanged", { number })}</p>;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted">{t("settings.terms.changesSince", { number })}</p>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        {changes.map((change) => (
          <li key={change.key}>
            <Change change={change} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const LANGUAGE = { en: "english", nl: "dutch" } as const;

function Change({ change }: { change: ClauseChange }) {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const { oldNumber, newNumber, reworded, before, after } = change;
  const languages = format.list(reworded.map((one) => t(`settings.program.${LANGUAGE[one]}`)));
  const values = {
    number: newNumber ?? oldNumber ?? 0,
    old: oldNumber ?? 0,
    title: (after ?? before)?.title[locale] ?? "",
    languages,
  };
  const sentence = t(`settings.terms.change.${kindOf(change)}`, values);
  if (!before || !after || reworded.length === 0) return <p>{sentence}</p>;
  return (
    <Explain label={sentence}>
      {LOCALES.filter((one) => reworded.includes(one)).map((one) => (
        <dl key={one} lang={one} className="flex flex-col gap-1">
          <dt className="text-sm text-muted">{t("settings.terms.change.was")}</dt>
          <dd className="border-l-2 border-edge pl-3">{`${before.title[one]}. ${before.text[one]}`}</dd>
          <dt className="text-sm text-muted">{t("settings.terms.change.becomes")}</dt>
          <dd className="border-l-2 border-calm pl-3">{`${after.title[one]}. ${after.text[one]}`}</dd>
        </dl>
      ))}
    </Explain>
  );
}

function kindOf({ oldNumber, newNumber, reworded }: ClauseChange) {
  if (oldNumber === null) return "added";
  if (newNumber === null) return "gone";
  if (oldNumber === newNumber) return "reworded";
  return reworded.length > 0 ? "movedReworded" : "moved";
}
