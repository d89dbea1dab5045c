import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { systemClock } from "~/platform/deps.server";
import { listPrograms } from "~/programs/list-programs.server";
import { listOpenPromises } from "~/rewards/list-open-promises.server";
import { PROMISE_KINDS, SOON_MS } from "~/rewards/promise";
import { monthsAt } from "~/rewards/promise-month";
import { listPromises, readPromises } from "~/rewards/read-promises.server";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { PromiseRows } from "./PromiseRows";
import { PromiseShares } from "./PromiseShares";
import { PromisesNext } from "./PromisesNext";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "promises.title" } satisfies PageHandle;

/** What was promised by when, how much of it was kept this month and the last, and the promises behind a figure. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "approver", "finance");
  const search = new URL(request.url).searchParams;
  const now = systemClock.now();
  const [program] = await listPrograms();
  const months = monthsAt(now, program?.calendar.zone ?? "UTC");
  const kind = PROMISE_KINDS.find((each) => each === search.get("kind"));
  const month = months.find(({ name }) => name === search.get("month")) ?? months[0];
  return {
    now,
    next: await listOpenPromises({ withinMs: 2 * SOON_MS }),
    months: await Promise.all(months.map(async (each) => ({ ...each, sums: await readPromises(each) }))),
    shown: kind && month ? { kind, month, lines: await listPromises({ ...month, kind }) } : null,
  };
}

export default function PromisesPage() {
  const t = useT();
  const { now, next, months, shown } = useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <PageTitle lead={t("promises.lead")}>{t("promises.title")}</PageTitle>
      <PromiseShares months={months} />
      {shown ? <PromiseRows {...shown} /> : null}
      <PromisesNext promises={next} now={now} />
    </Page>
  );
}
