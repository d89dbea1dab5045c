import type { ReactNode } from "react";
import type { LastHeard } from "~/commerce/read-integration.server";
import { DateTime } from "~/ui/components/DateTime";
import { StatusPill } from "~/ui/components/StatusPill";
import { useT } from "~/ui/i18n";

/** `portal`: made here; `environment`: made by hand, its secret is configured; `none`: nothing can come in. */
type Endpoint = "portal" | "environment" | "none";

/** In one word how a provider is connected; `problems` is null before anybody looked. */
export function ConnectionState({ endpoint, problems }: { endpoint: Endpoint; problems: readonly string[] | null }) {
  const t = useT();
  if (endpoint === "none") return <StatusPill tone="refused">{t("integration.connection.missing")}</StatusPill>;
  if (problems === null) return <StatusPill tone="neutral">{t("integration.connection.unchecked")}</StatusPill>;
  return problems.length > 0 ? (
    <StatusPill tone="waiting">{t("integration.connection.attention")}</StatusPill>
  ) : (
    <StatusPill tone="done">{t("integration.connection.connected")}</StatusPill>
  );
}

interface ConnectionFactsProps {
  provider: string;
  endpoint: Endpoint;
  address: string;
  lastEvent: LastHeard | null;
  checkedAt: Date | null;
}

/** What was last heard from a provider, when somebody last looked, and where its events go. */
export function ConnectionFacts({ provider, endpoint, address, lastEvent, checkedAt }: ConnectionFactsProps) {
  const t = useT();
  return (
    <>
      <Fact label={t("integration.connection.lastEvent")}>
        <Moment at={lastEvent?.at ?? null} type={lastEvent?.type} />
      </Fact>
      <Fact label={t("integration.connection.checked")}>
        <Moment at={checkedAt} />
      </Fact>
      <Fact label={t("integration.connection.address", { provider })}>
        <span className="font-mono text-sm wrap-anywhere">{address}</span>
        {endpoint === "none" ? null : (
          <span className="block text-sm text-muted">
            {t(endpoint === "portal" ? "integration.connection.madeHere" : "integration.connection.byHand")}
          </span>
        )}
      </Fact>
    </>
  );
}

/** One thing that is known, under its name. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5">
      <dt className="text-sm font-semibold text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** When something was last heard, and what. */
export function Moment({ at, type }: { at: Date | null; type?: string }) {
  const t = useT();
  if (!at) return <>{t("integration.never")}</>;
  return (
    <>
      <DateTime at={at} />
      {type ? <span className="block font-mono text-sm text-muted">{type}</span> : null}
    </>
  );
}
