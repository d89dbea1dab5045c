import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EXAMPLE, withReal } from "~/http/api-example";
import { referenceOf } from "~/http/api-reference";
import { apiDoor } from "~/http/api.server";
import { parseForm } from "~/http/form.server";
import { ensureDemoKey } from "~/identity/ensure-demo-key.server";
import { LIMITS } from "~/identity/limits";
import { findExampleThings } from "~/journeys/find-example-things.server";
import { NotFoundError } from "~/platform/errors";
import { env, sandboxRuns } from "~/platform/env.server";
import { Page } from "~/ui/components/Page";
import { LinkButton } from "~/ui/components/LinkButton";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";
import { DOCUMENTED, ENDPOINTS } from "../api/endpoints.server";
import { FirstCall } from "./FirstCall";
import { OperationPart } from "./OperationPart";
import { RunForm, type RunResult } from "./RunForm";

export const handle = { title: "developers.title", light: true } satisfies PageHandle;

export async function loader() {
  const { APP_URL } = env();
  const demo = sandboxRuns() ? { key: await ensureDemoKey(), things: { ...EXAMPLE, ...(await findExampleThings()) } } : null;
  const calls = demo ? DOCUMENTED.map((call) => ({ ...call, examples: withReal(call.examples, demo.things) })) : DOCUMENTED;
  return {
    base: `${APP_URL}/api/v1`,
    limit: LIMITS["api-key"].points,
    demoKey: demo?.key ?? null,
    operations: referenceOf(calls, APP_URL),
  };
}

const schema = z.object({
  operationId: z.string().max(60),
  key: z.string().max(200).optional(),
  address: z.string().max(500),
  body: z.string().max(20_000).optional(),
});

/** Runs an example of the demo as if it came from outside: the same door, the key that was typed. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (!sandboxRuns()) throw new NotFoundError("page");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { operationId, key, address, body = "" } = form.value;
  const endpoint = ENDPOINTS.find((one) => one.operationId === operationId);
  if (!endpoint) throw new NotFoundError("operation");
  const asked = new Request(new URL(`${env().APP_URL}/api/v1/${address}`), {
    method: endpoint.method,
    headers: { "Content-Type": "application/json", ...(key && { Authorization: `Bearer ${key}` }) },
    ...(endpoint.body && { body }),
  });
  const response = await apiDoor(ENDPOINTS)({ request: asked, context: { requestId: context.requestId } });
  const answer = JSON.stringify(response.body, null, 2);
  return { kind: "ran" as const, result: { operationId, address, body, status: response.status, answer } satisfies RunResult };
}

export default function DevelopersPage() {
  const t = useT();
  const { base, limit, demoKey, operations } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const result = reply?.kind === "ran" ? reply.result : null;
  const groups = [...new Set(operations.map(({ group }) => group))];
  return (
    <SiteLayout>
      <Page width="wide">
        <PageTitle
          lead={t("developers.lead", { document: "/api/v1/openapi.json" })}
          aside={<LinkButton to="/developers/shop" variant="plain" size="small">{t("developers.shop")}</LinkButton>}
        >
          {t("developers.title")}
        </PageTitle>
        <FirstCall base={base} limit={limit} />
        <nav aria-label={t("developers.contents")} lang="en" className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {groups.map((group) => (
            <div key={group}>
              <p className="font-semibold">{group}</p>
              <ul>
                {operations.filter((operation) => operation.group === group).map(({ operationId, summary }) => (
                  <li key={operationId}>
                    <a href={`#${operationId}`} className="link inline-flex min-h-8 items-center pointer-coarse:min-h-11">
                      {summary}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        {groups.map((group) => (
          <section key={group} aria-labelledby={`group-${group}`} className="flex flex-col gap-8">
            <h2 id={`group-${group}`} lang="en" className="text-xl">
              {group}
            </h2>
            {operations.filter((operation) => operation.group === group).map((operation) => (
              <OperationPart key={operation.operationId} operation={operation}>
                {demoKey && operation.scope && operation.examples[0] ? (
                  <RunForm operationId={operation.operationId} example={operation.examples[0]} demoKey={demoKey} result={result?.operationId === operation.operationId ? result : null} />
                ) : null}
              </OperationPart>
            ))}
          </section>
        ))}
      </Page>
    </SiteLayout>
  );
}
