import { Link } from "@remix-run/react";
import type { Evidence } from "~/journeys/read-evidence.server";
import { Explain } from "~/ui/components/Explain";
import { useT } from "~/ui/i18n";
import { EvidencePart } from "./EvidencePart";
import { PurchaseFacts } from "./PurchaseFacts";
import { TouchFates } from "./TouchFates";
import { TraceSteps } from "./TraceSteps";
import { TrustFindings } from "./TrustFindings";

/** What a decision about a reward rests on: the purchase, the touches, the checks, and how the attribution was decided. */
export function EvidenceLists({ evidence, currency }: { evidence: Evidence; currency: string }) {
  const t = useT();
  const { conversion, purchase, checks } = evidence;
  return (
    <div className="flex flex-col gap-4 text-sm">
      {purchase ? (
        <EvidencePart title={t("desk.reward.purchase")}>
          <PurchaseFacts purchase={purchase} />
        </EvidencePart>
      ) : null}
      <EvidencePart title={t("desk.reward.touches")}>
        <TouchFates conversion={conversion} />
      </EvidencePart>
      <EvidencePart title={t("desk.reward.checks")}>
        <TrustFindings checks={checks} currency={purchase?.currency ?? currency} />
      </EvidencePart>
      <Explain label={t("desk.reward.trace")}>
        <TraceSteps conversion={conversion} currency={purchase?.currency ?? currency} />
      </Explain>
      <Link to={`/desk/conversions/${conversion.id}`} className="link inline-flex min-h-11 items-center self-start">
        {t("conversions.open")}
      </Link>
    </div>
  );
}
