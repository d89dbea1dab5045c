import type { PublishableKeyListItem } from "~/identity/list-publishable-keys.server";
import { Card } from "~/ui/components/Card";
import { CopyBox } from "~/ui/components/CopyBox";
import { LinkButton } from "~/ui/components/LinkButton";
import { useT } from "~/ui/i18n";
import { Fact, Moment } from "./connection-parts";

interface BrowserCardProps {
  /** The newest key that works, with the line that puts our script on a page; null before there is one. */
  script: { line: string; key: PublishableKeyListItem } | null;
  lastCall: Date | null;
}

/** How pages of the shop are connected: the one line they need, and when one of them last called. */
export function BrowserCard({ script, lastCall }: BrowserCardProps) {
  const t = useT();
  return (
    <Card
      title={t("wiring.card.title")}
      aside={<LinkButton to="/developers/shop" variant="plain" size="small">{t("wiring.card.how")}</LinkButton>}
    >
      <p className="text-muted">{t("wiring.card.lead")}</p>
      {script ? (
        <CopyBox label={t("wiring.card.line", { name: script.key.name })} value={script.line} />
      ) : (
        <p>
          <LinkButton to="/desk/settings/keys" variant="secondary">
            {t("wiring.pageKeys.create")}
          </LinkButton>
        </p>
      )}
      <dl className="grid gap-3 sm:grid-cols-2">
        <Fact label={t("wiring.card.lastCall")}>
          <Moment at={lastCall} />
        </Fact>
        {script ? (
          <Fact label={t("wiring.pageKeys.origins")}>
            <span className="font-mono text-sm wrap-anywhere">{script.key.origins.join(", ")}</span>
          </Fact>
        ) : null}
      </dl>
    </Card>
  );
}
