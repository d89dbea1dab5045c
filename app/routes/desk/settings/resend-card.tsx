import type { LastHeard } from "~/commerce/read-integration.server";
import type { ResendStanding } from "~/notices/check-resend.server";
import type { ResendFinding } from "~/notices/resend-findings";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { useT } from "~/ui/i18n";
import { replyTo } from "~/ui/settings/reply-to";
import { ConnectionFacts, ConnectionState, Fact } from "./connection-parts";

interface ResendCardProps {
  standing: ResendStanding;
  lastEvent: LastHeard | null;
  reply: { kind: string; mailFindings?: ResendFinding[] } | undefined;
  /** Making an endpoint asks for a fresh proof. */
  mayConnect: boolean;
}

/** How Resend is connected: the sender, the key and the webhook, and the two things to do about them. */
export function ResendCard({ standing, lastEvent, reply, mayConnect }: ResendCardProps) {
  const t = useT();
  const { endpoint, sender, address, checkedAt } = standing;
  const findings = reply?.mailFindings ?? (checkedAt ? standing.findings : null);
  const problems = findings ?? (endpoint === "none" ? (["webhook_missing"] as const) : []);
  return (
    <Card title={t("integration.mail.title")} aside={<ConnectionState endpoint={endpoint} problems={findings} />}>
      {reply?.kind === "mail-connected" ? <Notice tone="done" live title={t("integration.mail.made")} /> : null}
      {reply?.mailFindings?.length === 0 ? <Notice tone="done" live title={t("integration.connection.fine")} /> : null}
      {problems.map((problem) => (
        <Notice key={problem} tone="problem" title={t(`integration.mail.problem.${problem}`)}>
          {t(`integration.mail.mend.${problem}`)}
        </Notice>
      ))}
      <dl className="grid gap-3 sm:grid-cols-2">
        <Fact label={t("integration.mail.sender")}>{sender}</Fact>
        <ConnectionFacts
          provider={t("integration.mail.provider")}
          endpoint={endpoint}
          address={address}
          lastEvent={lastEvent}
          checkedAt={checkedAt}
        />
      </dl>
      {/* An address of its own, so that only this form says it is being sent. */}
      <PostForm reply={replyTo(reply, "connect-mail")} action="?of=mail" className="flex flex-wrap items-center gap-3">
        <Button name="intent" value="check-mail" variant="secondary">
          {t("integration.connection.check")}
        </Button>
        {mayConnect && endpoint !== "environment" ? (
          <Button name="intent" value="connect-mail" variant={endpoint === "none" ? "primary" : "secondary"}>
            {t(endpoint === "none" ? "integration.connection.create" : "integration.mail.mendEndpoint")}
          </Button>
        ) : null}
        <LinkButton to="/desk/mail" variant="plain">
          {t("integration.mail.log")}
        </LinkButton>
        <p className="measure basis-full text-sm text-muted">{t("integration.mail.createHint")}</p>
      </PostForm>
    </Card>
  );
}
