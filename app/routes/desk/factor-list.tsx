import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { useMessage } from "~/ui/components/use-message";
import { isFormReply } from "~/ui/form-reply";
import { useFormat, useT } from "~/ui/i18n";
import { PasskeyButton } from "./passkey-button";

export interface ShownFactors {
  passkeys: { id: string; label: string; createdAt: Date; lastUsedAt: Date | null }[];
  totp: { state: "none" } | { state: "waiting"; qr: string; secret: string } | { state: "confirmed"; confirmedAt: Date };
}

interface FactorListProps {
  factors: ShownFactors;
  reply: unknown;
  /** Without a fresh proof the list is read only. */
  editable: boolean;
}

/** The passkeys and the authenticator app of a member of staff, each with what can be done about it. */
export function FactorList({ factors, reply, editable }: FactorListProps) {
  const message = useMessage();
  // What concerns the code of an app stands beside its field; everything else on top.
  const general = isFormReply(reply) ? reply.formErrors : [];
  return (
    <>
      {general.map((error) => (
        <Notice key={error.key} tone="problem" live>
          {message(error)}
        </Notice>
      ))}
      <Passkeys passkeys={factors.passkeys} editable={editable} />
      <Totp totp={factors.totp} reply={general.length > 0 ? null : reply} editable={editable} />
    </>
  );
}

function Passkeys({ passkeys, editable }: { passkeys: ShownFactors["passkeys"]; editable: boolean }) {
  const t = useT();
  const format = useFormat();
  return (
    <Card title={t("signIn.security.passkeys")}>
      {passkeys.length === 0 ? <p className="measure text-muted">{t("signIn.security.passkeysNone")}</p> : null}
      <ul className="flex flex-col gap-3">
        {passkeys.map(({ id, label, createdAt, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <div className="flex min-w-0 flex-col">
              <span className="font-semibold wrap-anywhere">{label}</span>
              <span className="text-sm text-muted">
                {t("signIn.security.added", { date: format.date(createdAt) })},{" "}
                {lastUsedAt
                  ? t("signIn.security.lastUsed", { date: format.dateTime(lastUsedAt) })
                  : t("signIn.security.neverUsed")}
              </span>
            </div>
            {editable ? (
              <PostForm>
                <input type="hidden" name="intent" value="remove-passkey" />
                <input type="hidden" name="id" value={id} />
                <Button variant="danger" size="small" aria-label={t("signIn.security.removeNamed", { label })}>
                  {t("signIn.security.remove")}
                </Button>
              </PostForm>
            ) : null}
          </li>
        ))}
      </ul>
      {editable ? (
        <PostForm key={passkeys.length}>
          <input type="hidden" name="intent" value="add-passkey" />
          <Field name="label" label={t("signIn.security.passkeyLabel")} hint={t("signIn.security.passkeyLabelHint")} optional>
            <TextInput maxLength={40} autoComplete="off" />
          </Field>
          <PasskeyButton purpose="create" label="signIn.security.passkeyAdd" />
        </PostForm>
      ) : null}
    </Card>
  );
}

function Totp({ totp, reply, editable }: { totp: ShownFactors["totp"]; reply: unknown; editable: boolean }) {
  const t = useT();
  const format = useFormat();
  const simple = (intent: string, label: string, variant: "secondary" | "danger" | "plain") => (
    <PostForm>
      <input type="hidden" name="intent" value={intent} />
      <div>
        <Button variant={variant}>{label}</Button>
      </div>
    </PostForm>
  );
  return (
    <Card title={t("signIn.security.totp")}>
      {totp.state === "none" ? (
        <>
          <p className="measure text-muted">{t("signIn.security.totpNone")}</p>
          {editable ? simple("start-totp", t("signIn.security.totpStart"), "secondary") : null}
        </>
      ) : null}
      {totp.state === "confirmed" ? (
        <>
          <p>{t("signIn.security.totpSince", { date: format.date(totp.confirmedAt) })}</p>
          {editable ? simple("remove-totp", t("signIn.security.remove"), "danger") : null}
        </>
      ) : null}
      {totp.state === "waiting" && editable ? (
        <>
          <p className="measure">{t("signIn.security.totpScan")}</p>
          <img src={totp.qr} alt={t("signIn.security.totpQr")} width={224} height={224} className="rounded-lg" />
          <p className="measure">
            {t("signIn.security.totpSecret")} <code className="font-mono wrap-anywhere select-all">{totp.secret}</code>
          </p>
          <PostForm reply={reply}>
            <input type="hidden" name="intent" value="confirm-totp" />
            <Field name="totp" label={t("signIn.factor.totpLabel")} hint={t("signIn.factor.totpHint")}>
              <TextInput inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
            </Field>
            <div>
              <Button>{t("signIn.security.totpConfirm")}</Button>
            </div>
          </PostForm>
          {simple("remove-totp", t("signIn.security.totpStop"), "plain")}
        </>
      ) : null}
    </Card>
  );
}
