import { Card } from "~/ui/components/Card";
import { CopyBox } from "~/ui/components/CopyBox";
import { Notice } from "~/ui/components/Notice";
import { useFormat, useT } from "~/ui/i18n";

/** The secret of an endpoint, in the answer to the form that made it and nowhere else. */
export function WebhookSecret({ secret, oldUntil }: { secret: string; oldUntil: Date | null }) {
  const t = useT();
  const format = useFormat();
  return (
    <Card title={t(oldUntil ? "webhooks.secret.changed" : "webhooks.secret.made")}>
      <CopyBox label={t("webhooks.secret.once")} value={secret} />
      <p className="measure text-muted">{t("webhooks.secret.hint")}</p>
      {oldUntil ? <Notice tone="waiting">{t("webhooks.secret.both", { when: format.dateTime(oldUntil) })}</Notice> : null}
    </Card>
  );
}
