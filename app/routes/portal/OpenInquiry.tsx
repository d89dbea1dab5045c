import { Link } from "@remix-run/react";
import { Notice } from "~/ui/components/Notice";
import { useT } from "~/ui/i18n";

/** The desk asked about a reward and waits for an answer. */
export function OpenInquiry({ slug, rewardId }: { slug: string; rewardId: string }) {
  const t = useT();
  return (
    <Notice tone="waiting">
      {t("inquiry.note")}{" "}
      <Link to={`/portal/${slug}/rewards/${rewardId}/question`} className="link">
        {t("inquiry.open")}
      </Link>
    </Notice>
  );
}
