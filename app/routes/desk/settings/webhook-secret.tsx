import { CopyBox } from "~/ui/components/CopyBox";
import { useFormat, useT } from "~/ui/i18n";
import { ShownOnce } from "./shown-once";

/** The secret of an endpoint, in the answer to the form that made it and nowhere else. */
export function WebhookSecret({ secret, oldUntil }: { secret: string; oldUntil: Date | null }) {
  const t = useT();
  const format = useFormat();
  return (
    <ShownOnce key={secret} title={t(oldUntil ? "webhooks.secret.changed" : "webhooks.secret.made")}>
      <div className="flex flex-col gap-3">
        <CopyBox label={t("webhooks.secret.once")} value={secret} />
        <p>{t("webhooks.secret.hint")}</p>
        {oldUntil ? <p>{t("webhooks.secret.both", { when: format.dateTime(oldUntil) })}</p> : null}
      </div>
    </ShownOnce>
  );
}
