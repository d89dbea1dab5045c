import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { approveRewards } from "~/journeys/approve-rewards.server";
import { showReward } from "~/journeys/show-reward.server";
import { undoApprovals } from "~/journeys/undo-approvals.server";
import { systemClock } from "~/platform/deps.server";
import { listPrograms } from "~/programs/list-programs.server";
import { listForDecision } from "~/rewards/list-for-decision.server";
import { countPressingPromises } from "~/rewards/list-open-promises.server";
import { listQueue } from "~/rewards/list-queue.server";
import { SOON_MS } from "~/rewards/promise";
import { isUndecidedView, writeQueueFilter } from "~/rewards/queue-view";
import { EmptyState } from "~/ui/components/EmptyState";
import { KeyHelp } from "~/ui/components/KeyHelp";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Pager } from "~/ui/components/Pager";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { readItems } from "./decision-items";
import { DoneBar } from "./DoneBar";
import { PromiseWarning } from "./PromiseWarning";
import { QueueFilterForm } from "./queue-filter-form";
import { QueueKeys } from "./QueueKeys";
import { QueueTable } from "./QueueTable";
import { QueueViews } from "./QueueViews";
import { RewardPanel } from "./RewardPanel";
import { backToQueue, decisionFields, readTold } from "./queue-address.server";
import { readPlace, writePlace } from "./queue-place";
import { WholeDrawer } from "./WholeDrawer";

const schema = z.object({ ...decisionFields, intent: z.enum(["approve", "undo"]) });

/** The desk's drawers, and the evidence of the reward that is looked at. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { personId, roles } = await requireStaff(request, "owner", "approver", "finance");
  const search = new URL(request.url).searchParams;
  const place = readPlace(search);
  const [queue, programs, soon] = await Promise.all([listQueue(place), listPrograms(), countPressingPromises({ withinMs: SOON_MS })]);
  const rows = queue.rows.map(({ personId: owner, ...row }) => ({ ...row, own: owner === personId }));
  const shownId = search.get("reward") ?? rows[0]?.rewardId;
  const told = readTold(search);
  const [shown, named] = await Promise.all([
    shownId ? showReward(shownId) : null,
    listForDecision(told.not.map(({ rewardId }) => rewardId)),
  ]);
  return {
    ...queue,
    view: place.view,
    filter: place.filter,
    place: writePlace({ ...place, page: queue.page }),
    programs: programs.map(({ slug }) => slug),
    rows,
    decides: roles.includes("owner") || roles.includes("approver"),
    shown: shown && { ...shown, own: shown.detail.champion.personId === personId },
    told: {
      ...told,
      not: told.not.map((each) => ({
        ...each,
        name: named.find(({ rewardId }) => rewardId === each.rewardId)?.championName ?? null,
      })),
    },
    soon,
    now: systemClock.now(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, item, place } = form.value;
  const input = { items: readItems(item), by: `person:${personId}` };
  const results = intent === "undo" ? await undoApprovals(input) : await approveRewards(input);
  return backToQueue(place, results);
}

export const handle = { title: "desk.queue.title" } satisfies PageHandle;

export default function QueuePage() {
  const t = useT();
  const { view, filter, place, programs, counts, rows, page, pages, shown, decides, told, soon, now } = useLoaderData<typeof loader>();
  const filtered = Object.keys(writeQueueFilter(filter)).length > 0;
  const reply = useActionData<typeof action>();
  const help = ["next", "previous", "select", "approve", "refuse", "undo", "open", "help"] as const;
  const keyOf = {
    next: "j",
    previous: "k",
    select: "x",
    approve: "a",
    refuse: "r",
    undo: "u",
    open: "o",
    help: "?",
  };
  return (
    <Page width="full">
      <PageTitle
        lead={t("desk.queue.lead")}
        aside={<KeyHelp keys={help.map((key) => ({ key: keyOf[key], does: t(`desk.queue.keys.${key}`) }))} />}
      >
        {t("desk.queue.title")}
      </PageTitle>
      <DoneBar told={told} place={place} />
      <PromiseWarning count={soon} />
      <QueueFilterForm view={view} filter={filter} programs={programs} />
      <QueueViews view={view} counts={counts} filter={filter} />
      <QueueKeys />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_27rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {rows.length === 0 ? (
            <EmptyState title={filtered ? t("desk.queue.nothingFound") : t(`desk.queue.empty.${view}`)}>
              {filtered ? t("desk.queue.nothingFoundLead") : t("desk.queue.emptyLead")}
            </EmptyState>
          ) : (
            <QueueTable
              view={view}
              place={place}
              rows={rows}
              shownId={shown?.detail.reward.id ?? null}
              decides={decides}
              now={now}
            />
          )}
          <Pager page={page} pages={pages} />
          {decides && isUndecidedView(view) && counts[view] > 0 ? <WholeDrawer count={counts[view]} place={place} /> : null}
        </div>
        {shown ? <RewardPanel shown={shown} place={place} decides={decides} reply={reply} /> : null}
      </div>
    </Page>
  );
}
