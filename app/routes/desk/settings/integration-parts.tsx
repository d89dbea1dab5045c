import type { ReactNode } from "react";
import type { StripeIntegration } from "~/commerce/read-integration.server";
import type { Findings } from "~/commerce/stripe-findings";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { DateTime } from "~/ui/components/DateTime";
import { Explain } from "~/ui/components/Explain";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { StatusPill } from "~/ui/components/StatusPill";
import { Table } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";

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
  const { lastEvent, endpoint } = stripe;
  return (
    <Card title={t("integration.stripe.title")} aside={<State stripe={stripe} findings={findings} />}>
      {reply?.kind === "connected" ? <Notice tone="done" live title={t("integration.stripe.made")} /> : null}
      {reply?.kind === "checked" && findings?.problems.length === 0 ? (
        <Notice tone="done" live title={t("integration.stripe.fine")} />
      ) : null}
      <Problems findings={findings} missing={endpoint === "none"} />
      <dl className="grid gap-3 sm:grid-cols-2">
        <Fact label={t("integration.stripe.lastEvent")}>
          <Moment at={lastEvent?.at ?? null} type={lastEvent?.type} />
        </Fact>
        <Fact label={t("integration.stripe.checked")}>
          <Moment at={stripe.checkedAt} />
        </Fact>
        <Fact label={t("integration.stripe.address")}>
          <span className="font-mono text-sm break-all">{stripe.webhookUrl}</span>
          {endpoint === "none" ? null : (
            <span className="block text-sm text-muted">
              {t(endpoint === "portal" ? "integration.stripe.madeHere" : "integration.stripe.byHand")}
            </span>
          )}
        </Fact>
        <Counts stripe={stripe} />
      </dl>
      <PostForm reply={reply} className="flex flex-wrap items-center gap-3">
        <Button name="intent" value="check" variant="secondary">
          {t("integration.stripe.check")}
        </Button>
        {mayConnect ? (
          <Button name="intent" value="connect" variant={endpoint === "none" ? "primary" : "secondary"}>
            {t(endpoint === "none" ? "integration.stripe.create" : "integration.stripe.recreate")}
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
  const mode = t(stripe.livemode ? "integration.stripe.live" : "integration.stripe.test");
  const state =
    stripe.endpoint === "none"
      ? ({ tone: "refused", word: t("integration.stripe.missing") } as const)
      : findings === null
        ? ({ tone: "neutral", word: t("integration.stripe.unchecked") } as const)
        : findings.problems.length > 0
          ? ({ tone: "waiting", word: t("integration.stripe.attention") } as const)
          : ({ tone: "done", word: t("integration.stripe.connected") } as const);
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="text-sm text-muted">{mode}</span>
      <StatusPill tone={state.tone}>{state.word}</StatusPill>
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
