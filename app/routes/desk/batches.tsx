import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { BATCH_ACTS } from "~/rewards/batch";
import { listBatches } from "~/rewards/list-batches.server";
import { prepareBatch } from "~/rewards/prepare-batch.server";
import { BackLink } from "~/ui/components/BackLink";
import { DateTime } from "~/ui/components/DateTime";
import { EmptyState } from "~/ui/components/EmptyState";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Table } from "~/ui/components/Table";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { passOnPlace, readPlace } from "./queue-place";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "batches.list" } satisfies PageHandle;

const schema = z.object({ act: z.enum(BATCH_ACTS), place: z.string().max(400).optional() });

/** Decisions about many rewards at once, the latest first. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "approver", "finance");
  return { batches: await listBatches() };
}

/** Notes down all that fit a search and leads to the page that shows what deciding about them does. */
export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const place = passOnPlace(form.value.place);
  const { view, filter } = readPlace(new URLSearchParams(place));
  const id = await prepareBatch({ act: form.value.act, view, filter, place, by: `person:${personId}` });
  return redirect(`/desk/batches/${id}`, 303);
}

export default function BatchesPage() {
  const t = useT();
  const { batches } = useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <BackLink to="/desk/queue">{t("desk.decide.cancel")}</BackLink>
      <PageTitle lead={t("batches.listLead")}>{t("batches.list")}</PageTitle>
      {batches.length === 0 ? (
        <EmptyState title={t("batches.none")}>{t("batches.noneLead")}</EmptyState>
      ) : (
        <Table
          caption={t("batches.list")}
          hideCaption
          rows={batches}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "act",
              header: t("batches.list"),
              rowHeader: true,
              cell: ({ id, act }) => (
                <Link to={`/desk/batches/${id}`} className="target inline-flex items-center underline">
                  {t(`batches.title.${act}`)}
                </Link>
              ),
            },
            { key: "at", header: t("batches.started"), cell: ({ startedAt }) => (startedAt ? <DateTime at={startedAt} /> : null) },
            { key: "done", header: t("desk.queue.col.status"), numeric: true, cell: ({ done, total }) => t("batches.progress", { done, total }) },
          ]}
        />
      )}
    </Page>
  );
}
