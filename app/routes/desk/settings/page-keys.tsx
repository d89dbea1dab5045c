import type { PublishableKeyListItem } from "~/identity/list-publishable-keys.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { CopyBox } from "~/ui/components/CopyBox";
import { EmptyState } from "~/ui/components/EmptyState";
import { Explain } from "~/ui/components/Explain";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { TextArea } from "~/ui/components/TextArea";
import { TextInput } from "~/ui/components/TextInput";
import { isFormReply } from "~/ui/form-reply";
import { useT } from "~/ui/i18n";
import { replyTo } from "~/ui/settings/reply-to";
import { KeyHead, KeyUse } from "./key-parts";
import { RevokeKey } from "./revoke-key";

interface PageKeysProps {
  keys: PublishableKeyListItem[];
  reply: unknown;
  /** The key whose origins were saved just now. */
  changed: string | null;
  editable: boolean;
}

/** The publishable keys, which stand in a shop's pages (P16). */
export function PageKeys({ keys, reply, changed, editable }: PageKeysProps) {
  const t = useT();
  const answer = replyTo(reply, "create-page");
  return (
    <Card title={t("wiring.pageKeys.title")}>
      <p className="measure text-muted">{t("wiring.pageKeys.lead")}</p>
      {keys.length === 0 ? <EmptyState title={t("wiring.pageKeys.none")} /> : null}
      {keys.map((key) => (
        <PageKey key={key.id} pageKey={key} reply={reply} changed={changed === key.id} editable={editable} />
      ))}
      {editable ? (
        <Explain label={t("wiring.pageKeys.create")} open={answer !== undefined}>
          <PostForm reply={answer} key={keys.length}>
            <input type="hidden" name="intent" value="create-page" />
            <Field name="name" label={t("wiring.pageKeys.name")} hint={t("wiring.pageKeys.nameHint")}>
              <TextInput maxLength={60} autoComplete="off" />
            </Field>
            <OriginsField />
            <div>
              <Button>{t("wiring.pageKeys.create")}</Button>
            </div>
          </PostForm>
        </Explain>
      ) : null}
    </Card>
  );
}

function PageKey({ pageKey, reply, changed, editable }: { pageKey: PublishableKeyListItem; reply: unknown; changed: boolean; editable: boolean }) {
  const t = useT();
  const { id, name, key, origins, revokedAt } = pageKey;
  const answer = isFormReply(reply) && reply.values.id === id ? replyTo(reply, "change-page") : undefined;
  return (
    <article aria-label={name} className="flex flex-col gap-3 border-t border-hairline pt-4">
      <KeyHead name={name} revokedAt={revokedAt} />
      {changed ? <Notice tone="done" live title={t("wiring.pageKeys.done")} /> : null}
      {revokedAt ? null : <CopyBox label={t("wiring.pageKeys.key", { name })} value={key} />}
      <ul aria-label={t("wiring.pageKeys.origins")} className="flex flex-wrap gap-x-4 gap-y-1 font-mono text-sm">
        {origins.map((origin) => (
          <li key={origin} className="wrap-anywhere">
            {origin}
          </li>
        ))}
      </ul>
      <KeyUse life={pageKey} />
      {editable && !revokedAt ? (
        <div className="flex flex-wrap items-start justify-between gap-3">
          <Explain label={t("wiring.pageKeys.change")} open={answer !== undefined}>
            <PostForm reply={answer} key={origins.join()}>
              <input type="hidden" name="intent" value="change-page" />
              <input type="hidden" name="id" value={id} />
              <OriginsField origins={origins} />
              <div>
                <Button variant="secondary" aria-label={t("wiring.pageKeys.saveNamed", { name })}>
                  {t("wiring.pageKeys.save")}
                </Button>
              </div>
            </PostForm>
          </Explain>
          <RevokeKey intent="revoke-page" id={id} name={name} />
        </div>
      ) : null}
    </article>
  );
}

function OriginsField({ origins = [] }: { origins?: string[] }) {
  const t = useT();
  return (
    <Field name="origins" label={t("wiring.pageKeys.origins")} hint={t("wiring.pageKeys.originsHint")}>
      <TextArea rows={Math.max(2, origins.length)} defaultValue={origins.join("\n")} spellCheck={false} />
    </Field>
  );
}
