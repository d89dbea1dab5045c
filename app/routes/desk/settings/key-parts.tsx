import { StatusPill } from "~/ui/components/StatusPill";
import { useFormat, useT } from "~/ui/i18n";

export interface KeyLife {
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** A key's name, and whether it works. */
export function KeyHead({ name, revokedAt }: { name: string; revokedAt: Date | null }) {
  const t = useT();
  const format = useFormat();
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <h3 className="min-w-0 font-semibold wrap-anywhere">{name}</h3>
      {revokedAt ? (
        <StatusPill tone="refused">{t("signIn.keys.revoked", { date: format.date(revokedAt) })}</StatusPill>
      ) : (
        <StatusPill tone="done">{t("signIn.keys.live")}</StatusPill>
      )}
    </div>
  );
}

/** Since when there is a key, and when it was used last. */
export function KeyUse({ life: { createdAt, lastUsedAt } }: { life: KeyLife }) {
  const t = useT();
  const format = useFormat();
  return (
    <p className="text-sm text-muted">
      {t("signIn.keys.created", { date: format.date(createdAt) })}
      {", "}
      {lastUsedAt ? t("signIn.keys.lastUsed", { date: format.dateTime(lastUsedAt) }) : t("signIn.keys.neverUsed")}
    </p>
  );
}
