import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { settleDrift } from "~/journeys/settle-drift.server";
import { showDrifts } from "~/journeys/show-drifts.server";
import { ConflictError } from "~/platform/errors";
import { EmptyState } from "~/ui/components/EmptyState";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Tabs } from "~/ui/components/Tabs";
import { isFormReply } from "~/ui/form-reply";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { BookTabs } from "./BookTabs";
import { DriftCard } from "./DriftCard";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "book.differences.title" } satisfies PageHandle;

const schema = z.object({ drift: z.string().max(40), note: z.string().trim().min(10).max(500) });

/** Where Stripe and this portal differ (M18), for finance and owners. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "finance");
  const closed = new URL(request.url).searchParams.has("closed");
  return { closed, drifts: await showDrifts({ closed }) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "finance");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  try {
    await settleDrift({ driftId: form.value.drift, note: form.value.note, by: `person:${personId}` });
  } catch (error) {
    if (error instanceof ConflictError) return form.refuse({ form: { key: "book.differences.changed" } });
    throw error;
  }
  return redirect("/desk/book/differences?closed&done", 303);
}

export default function BookDifferences() {
  const t = useT();
  const { closed, drifts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const about = isFormReply(reply) ? reply.values.drift : null;
  return (
    <Page width="wide">
      <PageTitle lead={t("book.differences.lead")}>{t("book.title")}</PageTitle>
      <BookTabs here="differences" />
      <Tabs
        label={t("book.differences.title")}
        tabs={[
          { to: "/desk/book/differences", label: t("book.differences.open"), here: !closed },
          { to: "/desk/book/differences?closed", label: t("book.differences.closed"), here: closed },
        ]}
      />
      {search.has("done") ? (
        <Notice tone="done" live>
          {t("book.differences.done")}
        </Notice>
      ) : null}
      {drifts.length === 0 ? (
        <EmptyState title={t(closed ? "book.differences.noneClosed" : "book.differences.none")}>{closed ? null : t("book.differences.noneLead")}</EmptyState>
      ) : null}
      {drifts.map((drift) => (
        <DriftCard key={drift.id} drift={drift} reply={about === drift.id ? reply : null} />
      ))}
    </Page>
  );
}
