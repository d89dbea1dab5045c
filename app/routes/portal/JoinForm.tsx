import { Button } from "~/ui/components/Button";
import { Checkbox } from "~/ui/components/Checkbox";
import { Explain } from "~/ui/components/Explain";
import { Field } from "~/ui/components/Field";
import { PostForm } from "~/ui/components/PostForm";
import { TextArea } from "~/ui/components/TextArea";
import { TextInput } from "~/ui/components/TextInput";
import { useT } from "~/ui/i18n";
import { ClauseList } from "~/ui/programs/ClauseList";
import { CodeField } from "./CodeField";
import type { JoinShown } from "./join";
import { offeredBy } from "./offered-codes";

/** First name, code and the terms; who applies also tells where they recommend things. */
export function JoinForm({ shown, reply }: { shown: JoinShown; reply: unknown }) {
  const t = useT();
  const { slug, door, terms, invite, address } = shown;
  if (!terms) return null;
  const page = `/portal/${slug}/join`;
  return (
    <PostForm reply={reply} action={invite ? `${page}?invite=${encodeURIComponent(invite)}` : page}>
      <Field name="displayName" label={t("portal.join.name")} hint={t("portal.join.nameHint")}>
        <TextInput defaultValue={shown.displayName} maxLength={40} autoComplete="given-name" />
      </Field>
      <CodeField
        checkAt={`${page}/check`}
        defaultValue={shown.code}
        hint={t("portal.join.codeHint", { address })}
        offered={offeredBy(reply)}
      />
      {door === "apply" ? (
        <Field name="note" label={t("portal.join.note")} hint={t("portal.join.noteHint")}>
          <TextArea maxLength={1000} />
        </Field>
      ) : null}
      <section className="flex flex-col gap-2 border-t border-hairline pt-4">
        <h2 className="text-lg">{t("portal.join.terms", { number: terms.number })}</h2>
        <p className="measure text-muted">{t("portal.join.termsLead")}</p>
        <Explain label={t("portal.join.readTerms", { count: terms.clauses.length })}>
          <ClauseList clauses={terms.clauses} />
        </Explain>
        <Checkbox name="accept" label={t("portal.join.accept", { number: terms.number })} required />
      </section>
      <input type="hidden" name="terms" value={terms.id} />
      {invite ? <input type="hidden" name="invite" value={invite} /> : null}
      <p>
        <Button>{t(door === "apply" ? "portal.join.apply" : "portal.join.submit")}</Button>
      </p>
    </PostForm>
  );
}
