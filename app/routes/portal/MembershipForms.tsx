import { MAX_NAME, MAX_SENTENCE } from "~/champions/champion";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Explain } from "~/ui/components/Explain";
import { Field } from "~/ui/components/Field";
import { PostForm } from "~/ui/components/PostForm";
import { TextArea } from "~/ui/components/TextArea";
import { TextInput } from "~/ui/components/TextInput";
import { useT } from "~/ui/i18n";
import { CodeField } from "./CodeField";
import { offeredBy } from "./offered-codes";

interface WordsFormProps {
  own: { displayName: string; sentence: string | null };
  reply: unknown;
}

/** First name and own sentence, as they stand on the friend's page. */
export function WordsForm({ own, reply }: WordsFormProps) {
  const t = useT();
  return (
    <Card title={t("portal.account.words")}>
      <PostForm reply={reply}>
        <input type="hidden" name="intent" value="words" />
        <Field name="displayName" label={t("portal.join.name")} hint={t("portal.join.nameHint")}>
          <TextInput defaultValue={own.displayName} maxLength={MAX_NAME} autoComplete="given-name" />
        </Field>
        <Field name="sentence" label={t("portal.account.sentence")} hint={t("portal.account.sentenceHint")} optional>
          <TextArea defaultValue={own.sentence ?? ""} maxLength={MAX_SENTENCE} rows={3} />
        </Field>
        <p>
          <Button>{t("portal.account.saveWords")}</Button>
        </p>
      </PostForm>
    </Card>
  );
}

interface CodeFormProps {
  own: { slug: string; code: string | null; oldCodes: string[]; address: string };
  reply: unknown;
}

/** Another code for the same link; the old ones stay. */
export function CodeForm({ own, reply }: CodeFormProps) {
  const t = useT();
  const { slug, code, oldCodes, address } = own;
  return (
    <Card title={t("portal.account.rename")}>
      <p className="measure">{t("portal.account.renameLead", { code: code ?? "" })}</p>
      {oldCodes.length > 0 ? (
        <p className="measure text-sm text-muted">{t("portal.account.oldCodes", { codes: oldCodes.join(", ") })}</p>
      ) : null}
      <PostForm key={code} reply={reply}>
        <input type="hidden" name="intent" value="rename" />
        <CodeField
          checkAt={`/portal/${slug}/join/check`}
          defaultValue={code ?? ""}
          hint={t("portal.join.codeHint", { address })}
          offered={offeredBy(reply)}
        />
        <p>
          <Button variant="secondary">{t("portal.account.saveCode")}</Button>
        </p>
      </PostForm>
    </Card>
  );
}

export function PauseForm({ paused }: { paused: boolean }) {
  const t = useT();
  return (
    <Card title={t(paused ? "portal.account.resume" : "portal.account.pause")}>
      <PostForm>
        <input type="hidden" name="intent" value={paused ? "resume" : "pause"} />
        {paused ? null : <p className="measure">{t("portal.account.pauseLead")}</p>}
        <p>
          <Button variant={paused ? "primary" : "secondary"}>{t(paused ? "portal.account.resume" : "portal.account.pauseButton")}</Button>
        </p>
      </PostForm>
    </Card>
  );
}

/** Leaving takes two taps: what it means is read in between. */
export function LeaveForm({ program }: { program: string }) {
  const t = useT();
  return (
    <Card title={t("portal.account.leave")}>
      <p className="measure">{t("portal.account.leaveLead")}</p>
      <Explain label={t("portal.account.leaveOpen")}>
        <PostForm>
          <input type="hidden" name="intent" value="leave" />
          <p>
            <Button variant="danger">{t("portal.account.leaveButton", { program })}</Button>
          </p>
        </PostForm>
      </Explain>
    </Card>
  );
}
