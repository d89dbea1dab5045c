import { API_SCOPES } from "~/identity/api-key";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { CopyBox } from "~/ui/components/CopyBox";
import { Explain } from "~/ui/components/Explain";
import { Field } from "~/ui/components/Field";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { useT } from "~/ui/i18n";
import { replyTo } from "~/ui/settings/reply-to";
import { CheckboxGroup } from "~/ui/components/CheckboxGroup";
import { KeyList, type ShownKey } from "./key-list";
import { ShownOnce } from "./shown-once";

interface ServerKeysProps {
  keys: ShownKey[];
  reply: unknown;
  /** A key made just now, shown this once. */
  made: string | null;
  editable: boolean;
}

/** The secret keys, which a shop's server holds (P1). */
export function ServerKeys({ keys, reply, made, editable }: ServerKeysProps) {
  const t = useT();
  const answer = replyTo(reply, "create");
  return (
    <Card title={t("wiring.keys.server")}>
      <p className="measure text-muted">{t("wiring.keys.serverLead")}</p>
      {made ? (
        <ShownOnce key={made} title={t("signIn.keys.made")}>
          <div className="flex flex-col gap-3">
            <p>{t("signIn.keys.madeHint")}</p>
            <CopyBox label={t("signIn.keys.madeLabel")} value={made} />
          </div>
        </ShownOnce>
      ) : null}
      <KeyList keys={keys} editable={editable} />
      {editable ? (
        <Explain label={t("signIn.keys.create")} open={answer !== undefined}>
          <PostForm reply={answer} key={made}>
            <input type="hidden" name="intent" value="create" />
            <Field name="name" label={t("signIn.keys.name")} hint={t("signIn.keys.nameHint")}>
              <TextInput maxLength={60} autoComplete="off" />
            </Field>
            <CheckboxGroup
              name="scopes"
              legend={t("signIn.keys.scopes")}
              options={API_SCOPES.map((scope) => ({
                value: scope,
                label: t(`signIn.keys.${scope}`),
                hint: t(`signIn.keys.${scope}Hint`),
                checked: scope === "track",
              }))}
            />
            <div>
              <Button>{t("signIn.keys.create")}</Button>
            </div>
          </PostForm>
        </Explain>
      ) : null}
    </Card>
  );
}
