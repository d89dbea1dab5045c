import type { MailStatus } from "~/notices/mail-status";
import { StatusPill, type StatusTone } from "~/ui/components/StatusPill";
import { useT } from "~/ui/i18n";

const TONES: Record<MailStatus, StatusTone> = {
  queued: "waiting", sending: "waiting", delayed: "waiting", unknown: "waiting",
  sent: "neutral", suppressed: "neutral", skipped: "neutral", bundled: "neutral",
  delivered: "done",
  bounced: "refused", complained: "refused", failed: "refused",
};

export const toneOf = (status: MailStatus): StatusTone => TONES[status];

/** How a mail stands, as icon and word. */
export function MailStatusPill({ status }: { status: MailStatus }) {
  const t = useT();
  return <StatusPill tone={toneOf(status)}>{t(`mail.status.${status}`)}</StatusPill>;
}
