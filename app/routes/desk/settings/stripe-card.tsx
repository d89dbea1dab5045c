import type { StripeIntegration } from "~/commerce/read-integration.server";
import type { Findings } from "~/commerce/stripe-findings";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Explain } from "~/ui/components/Explain";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { StatusPill } from "~/ui/components/StatusPill";
import { Table } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";
import { replyTo } from "~/ui/settings/reply-to";
import { ConnectionFacts, ConnectionState, Fact } from "./connection-parts";

interface Reply {
  kind: string;
  findings?: Findings;
}

interface StripeCardProps {
  stripe: StripeIntegration;
  reply: Reply | undefined;
  /** Making an endpoint asks for a fresh proof. */
  mayConnect: boolean;
}

/** How Stripe is connected, what the last look found, and the two things to do about it. */
export function StripeCard({ stripe, reply, mayConnect }: StripeCardProps) {
  const t = useT();
  const findings = reply?.findings ?? stripe.findings;
  const { endpoint } = stripe;
  return (
    <Card title={t("integration.stripe.title")} aside={<State stripe={stripe} findings={findings} />}>
      {reply?.kind === "connected" ? <Notice tone="done" live title={t("integration.stripe.made")} /> : null}
      {reply?.kind === "checked" && findings?.problems.length === 0 ? (
        <Notice tone="done" live title={t("integration.connection.fine")} />
      ) : null}
      <Problems findings={findings} missing={endpoint === "none"} />
      <dl className="grid gap-3 sm:grid-cols-2">
        <ConnectionFacts
          provider={t("integration.stripe.title")}
          endpoint={endpoint}
          address={stripe.webhookUrl}
          lastEvent={stripe.lastEvent}
          checkedAt={stripe.checkedAt}
        />
        <Counts stripe={stripe} />
      </dl>
      <PostForm reply={replyTo(reply, "connect")} className="flex flex-wrap items-center gap-3">
        <Button name="intent" value="check" variant="secondary">
          {t("integration.connection.check")}
        </Button>
        {mayConnect ? (
          <Button name="intent" value="connect" variant={endpoint === "none" ? "primary" : "secondary"}>
            {t(endpoint === "none" ? "integration.connection.create" : "integration.stripe.recreate")}
          </Button>
        ) : null}
        <p className="measure basis-full text-sm text-muted">{t("integration.stripe.createHint")}</p>
      </PostForm>
      {findings && findings.permissions.length > 0 ? (
        <Explain wide label={t("integration.stripe.permissions")} open={findings.problems.includes("permission_missing")}>
          <Permissions permissions={findings.permissions} />
        </Explain>
      ) : null}
    </Card>
  );
}

function State({ stripe, findings }: { stripe: StripeIntegration; findings: Findings | null }) {
  const t = useT();
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="text-sm text-muted">{t(stripe.livemode ? "integration.stripe.live" : "integration.stripe.test")}</span>
      <ConnectionState endpoint={stripe.endpoint} problems={findings?.problems ?? null} />
    </span>
  );
}

/** What is wrong, each with what to do about it. */
function Problems({ findings, missing }: { findings: Findings | null; missing: boolean }) {
  const t = useT();
  const format = useFormat();
  const problems = findings?.problems ?? (missing ? (["endpoint_missing"] as const) : []);
  return problems.map((problem) => (
    <Notice
      key={problem}
      tone="problem"
      title={t(`integration.problem.${problem}`, {
        count: findings?.missingEvents.length ?? 0,
        types: format.list(findings?.missingEvents ?? []),
        version: findings?.apiVersion ?? "–",
      })}
    >
      {t(`integration.mend.${problem}`)}
    </Notice>
  ));
}

function Counts({ stripe: { waiting, dead } }: { stripe: StripeIntegration }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <Fact label={t("integration.stripe.waiting")}>{format.number(waiting)}</Fact>
      {dead > 0 ? (
        <Fact label={t("integration.stripe.dead")}>
          <span className="font-semibold text-lost">{format.number(dead)}</span>
          <span className="block text-sm text-muted">{t("integration.stripe.deadHint")}</span>
        </Fact>
      ) : null}
    </>
  );
}

function Permissions({ permissions }: { permissions: Findings["permissions"] }) {
  const t = useT();
  const nameOf = (name: string) => {
    const key = `integration.permission.${name}`;
    return t.has(key) ? t(key) : name;
  };
  return (
    <Table
      caption={t("integration.stripe.permissions")}
      hideCaption
      dense
      rows={permissions}
      rowKey={({ name }) => name}
      columns={[
        { key: "name", header: t("integration.stripe.permission"), rowHeader: true, cell: ({ name }) => nameOf(name) },
        {
          key: "state",
          header: t("integration.stripe.state"),
          cell: ({ allowed }) => (
            <StatusPill tone={allowed ? "done" : "refused"}>
              {t(allowed ? "integration.stripe.allowed" : "integration.stripe.lacking")}
            </StatusPill>
          ),
        },
      ]}
    />
  );
}
