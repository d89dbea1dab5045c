import { useEffect, useRef, useState } from "react";
import type { Locale } from "~/platform/locale";
import { Button } from "~/ui/components/Button";
import { Checkbox } from "~/ui/components/Checkbox";
import { CONTROL } from "~/ui/components/control-style";
import { Explain } from "~/ui/components/Explain";
import { Field } from "~/ui/components/Field";
import { useField } from "~/ui/components/form-context";
import { PostForm } from "~/ui/components/PostForm";
import { RadioGroup } from "~/ui/components/RadioGroup";
import { useT } from "~/ui/i18n";
import type { ClauseChoice } from "./clause-choices.server";

interface RefuseFormProps {
  place: string;
  items: string[];
  locale: Locale;
  /** How many champions read the sentence. */
  count: number;
  clauses: ClauseChoice[];
  reply: unknown;
}

/**
 * A clause and a kind sentence. Choosing a clause brings its ready sentence, in the champion's language, until
 * somebody writes their own; without JavaScript the ready ones stand below to be copied.
 */
export function RefuseForm({ place, items, locale, count, clauses, reply }: RefuseFormProps) {
  const t = useT();
  const [ready, setReady] = useState("");
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return (
    <PostForm
      reply={reply}
      onChange={({ target }) => {
        if (target instanceof HTMLInputElement && target.name === "clause") {
          setReady(clauses.find(({ number }) => String(number) === target.value)?.sentence ?? "");
        }
      }}
    >
      <input type="hidden" name="place" value={place} />
      {items.map((item) => (
        <input key={item} type="hidden" name="item" value={item} />
      ))}
      <RadioGroup
        name="clause"
        legend={t("desk.refuse.clause")}
        options={clauses.map(({ number, title }) => ({
          value: String(number),
          label: <span lang={locale}>{t("desk.reward.clause", { number, title })}</span>,
        }))}
      />
      <Field name="note" label={t("desk.refuse.note")} hint={t("desk.refuse.noteHint")}>
        <Sentence ready={ready} lang={locale} />
      </Field>
      <Checkbox name="notGenuine" label={t("trust.refuse.notGenuine")} hint={t("trust.refuse.notGenuineHint")} />
      {scripted ? null : (
        <Explain label={t("desk.refuse.readyTitle")}>
          <dl lang={locale}>
            {clauses.map(({ number, title, sentence }) => (
              <div key={number} className="pb-2">
                <dt className="font-semibold">{t("desk.reward.clause", { number, title })}</dt>
                <dd>{sentence}</dd>
              </div>
            ))}
          </dl>
        </Explain>
      )}
      <div>
        <Button variant="danger">{t("desk.refuse.submit", { count })}</Button>
      </div>
    </PostForm>
  );
}

/** The sentence, filled with the ready one as long as nobody has touched it. */
function Sentence({ ready, lang }: { ready: string; lang: Locale }) {
  const { id, name, describedBy, invalid, typed } = useField();
  const area = useRef<HTMLTextAreaElement>(null);
  const own = useRef(typed !== undefined);
  useEffect(() => {
    if (area.current && !own.current) area.current.value = ready;
  }, [ready]);
  return (
    <textarea
      ref={area}
      id={id}
      name={name}
      rows={4}
      lang={lang}
      maxLength={600}
      required
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      defaultValue={typed}
      onInput={(event) => (own.current = event.currentTarget.value.trim() !== "")}
      className={CONTROL}
    />
  );
}
