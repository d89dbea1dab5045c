import type { JoinPolicy } from "~/programs/program";
import { LinkButton } from "../components/LinkButton";
import { Notice } from "../components/Notice";
import { useT } from "../i18n";

interface JoinInvitationProps {
  slug: string;
  policy: JoinPolicy;
  /** The token of an invitation's link. */
  invite: string | null;
}

/** The one button of the program page, and who it is for. */
export function JoinInvitation({ slug, policy, invite }: JoinInvitationProps) {
  const t = useT();
  if (policy === "invitation" && !invite) return <Notice>{t("site.program.policy.invitation")}</Notice>;
  const join = `/portal/${slug}/join${invite ? `?invite=${invite}` : ""}`;
  const label = invite ? "useInvitation" : policy === "application" ? "apply" : "join";
  return (
    <div className="flex flex-col items-start gap-2">
      <LinkButton to={`/sign-in?to=${encodeURIComponent(join)}`}>{t(`site.program.${label}`)}</LinkButton>
      <p className="measure text-muted">{t(`site.program.policy.${invite ? "invited" : policy}`)}</p>
    </div>
  );
}
