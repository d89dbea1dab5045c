import type { ChampionStatus } from "~/champions/champion";
import { LinkButton } from "~/ui/components/LinkButton";
import { StatusPill } from "~/ui/components/StatusPill";
import { useT } from "~/ui/i18n";
import { MEMBERSHIP_TONES } from "~/ui/membership-tones";

interface MembershipRowProps {
  membership: { slug: string; title: string; status: ChampionStatus; code: string | null };
}

/** One program on the account page: how the membership stands, and where to change it. */
export function MembershipRow({ membership: { slug, title, status, code } }: MembershipRowProps) {
  const t = useT();
  const member = status === "active" || status === "paused";
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="flex min-w-0 flex-col gap-1">
        <span className="font-semibold break-words">{title}</span>
        <span className="flex flex-wrap items-center gap-2">
          <StatusPill tone={MEMBERSHIP_TONES[status]}>{t(`common.membership.${status}`)}</StatusPill>
          {member && code ? <span className="font-mono text-sm">{code}</span> : null}
        </span>
      </div>
      {member ? (
        <LinkButton to={`/portal/${slug}/account`} variant="secondary">
          {t("portal.account.manage")}
        </LinkButton>
      ) : (
        <LinkButton to={`/portal/${slug}/join`} variant="plain">
          {t(status === "left" ? "portal.account.rejoin" : "portal.account.open")}
        </LinkButton>
      )}
    </li>
  );
}
