import type { Clause } from "~/programs/terms";
import { Button } from "../components/Button";
import { Card } from "../components/Card";
import { PostForm } from "../components/PostForm";
import { isFormReply } from "../form-reply";
import { useT } from "../i18n";
import { ClauseList } from "../programs/ClauseList";
import { ClauseFields } from "./ClauseFields";
import { TermsChanges } from "./TermsChanges";

interface TermsEditorProps {
  /** The version in force; null before the first. */
  current: { number: number; clauses: Clause[] } | null;
  /** What the editor starts with. */
  clauses: Clause[];
  mayChange: boolean;
  reply: unknown;
}

/** The clauses of the next version, what they change, and how they will be read. */
export function TermsEditor({ current, clauses, mayChange, reply }: TermsEditorProps) {
  const t = useT();
  const draft = draftIn(reply) ?? clauses;
  const next = (current?.number ?? 0) + 1;
  const refused =
    isFormReply(reply) && (reply.formErrors.length > 0 || Object.keys(reply.fieldErrors).length > 0);
  return (
    <div className="flex flex-col gap-6">
      <PostForm reply={refused ? reply : undefined}>
        <input type="hidden" name="after" value={current?.number ?? ""} />
        <fieldset disabled={!mayChange} className="flex flex-col gap-6">
          {draft.map((clause, index) => (
            <ClauseFields key={clause.key} clause={clause} index={index} count={draft.length} />
          ))}
          {mayChange ? (
            <div className="flex flex-wrap gap-3">
              <Button name="intent" value="add" variant="secondary">
                {t("settings.terms.add")}
              </Button>
              <Button name="intent" value="preview" variant="secondary">
                {t("settings.terms.preview")}
              </Button>
            </div>
          ) : null}
        </fieldset>
        {current && draftIn(reply) ? (
          <Card title={t("settings.terms.changes")}>
            <TermsChanges before={current} after={draft} />
          </Card>
        ) : null}
        {mayChange ? (
          <Card>
            <p className="measure">{t("settings.terms.effect", { number: next })}</p>
            <div>
              <Button name="intent" value="publish">
                {t("settings.terms.publish", { number: next })}
              </Button>
            </div>
          </Card>
        ) : null}
      </PostForm>
      <Card title={t("settings.terms.previewTitle")}>
        <ClauseList clauses={draft} />
      </Card>
    </div>
  );
}

function draftIn(reply: unknown): Clause[] | null {
  return isFormReply(reply) && "draft" in reply ? (reply.draft as Clause[]) : null;
}
