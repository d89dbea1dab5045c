import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { useT } from "~/ui/i18n";

/** Stands on a sensitive page whose forms wait for a fresh proof. */
export function ProofNotice({ page, steppedUp }: { page: `/desk/${string}`; steppedUp: boolean }) {
  const t = useT();
  if (steppedUp) return null;
  return (
    <Notice tone="waiting" title={t("signIn.security.stale")}>
      <p className="pt-1">
        <LinkButton to={`/desk/sign-in/factor?to=${encodeURIComponent(page)}`} variant="secondary">
          {t("signIn.security.prove")}
        </LinkButton>
      </p>
    </Notice>
  );
}
