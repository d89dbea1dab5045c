import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { pageNumber } from "~/http/page-number";
import { BATCH_TWO_ADMINS_MINOR } from "~/journeys/approve-rewards.server";
import { startBatch } from "~/journeys/start-batch.server";
import { undoBatch } from "~/journeys/undo-batch.server";
import { ConflictError } from "~/platform/errors";
import { isLocale } from "~/platform/locale";
import { getBatch } from "~/rewards/get-batch.server";
import { BackLink } from "~/ui/components/BackLink";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Pager } from "~/ui/components/Pager";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { BatchLines } from "./BatchLines";
import { BatchProgress } from "./BatchProgress";
import { BatchQuestion } from "./BatchQuestion";
import { clauseChoices, refusalFields } from "./clause-choices.server";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";

const approval = z.object({ intent: z.enum(["start", "undo"]) });
const refusal = z.object({ place: z.string().optional(), ...refusalFields });

/** What deciding about all of them will do; then how far it is and what became of each. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId, roles } = await requireStaff(request, "owner", "approver", "finance");
  const { clauses, ...shown } = await getBatch({ batchId: params.id ?? "", page: pageNumber(new URL(request.url).searchParams) });
  const locale = isLocale(shown.batch.locale) ? shown.batch.locale : "en";
  return {
    ...shown,
    locale,
    clauses: clauseChoices(clauses, locale),
    decides: roles.includes("owner") || roles.includes("approver"),
    own: shown.batch.by === `person:${personId}`,
    limitMinor: BATCH_TWO_ADMINS_MINOR,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const by = `person:${personId}`;
  const batchId = params.id ?? "";
  const { batch } = await getBatch({ batchId, page: 1 });
  const here = redirect(`/desk/batches/${batchId}`, 303);
  try {
    if (batch.act === "refuse") {
      const form = await parseForm(request, refusal);
      if (!form.ok) return form.answer;
      const { clause: clauseNumber, note, notGenuine } = form.value;
      await startBatch({ batchId, by, refusal: { clauseNumber, note, notGenuine: notGenuine === "on" } });
      return here;
    }
    const form = await parseForm(request, approval);
    if (!form.ok) return form.answer;
    if (form.value.intent === "undo") return redirect(`/desk/batches/${await undoBatch({ batchId, by })}`, 303);
    await startBatch({ batchId, by, refusal: null });
  } catch (error) {
    // It was started, or taken back, by another press: the page shows how far that is.
    if (!(error instanceof ConflictError)) throw error;
  }
  return here;
}

export const handle = { title: "batches.list" } satisfies PageHandle;

export default function BatchPage() {
  const t = useT();
  const shown = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { batch, page, pages, lines } = shown;
  return (
    <Page width="wide">
      <BackLink to={`/desk/queue?${batch.place}`}>{t("desk.decide.cancel")}</BackLink>
      <PageTitle lead={batch.startedAt ? undefined : t("batches.lead")}>{t(`batches.title.${batch.act}`)}</PageTitle>
      {batch.startedAt ? <BatchProgress {...shown} /> : <BatchQuestion {...shown} reply={reply} />}
      <BatchLines batch={batch} lines={lines} />
      <Pager page={page} pages={pages} />
    </Page>
  );
}
