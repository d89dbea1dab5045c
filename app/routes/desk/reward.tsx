import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { giveAppealAnswer } from "~/journeys/give-appeal-answer.server";
import { showReward } from "~/journeys/show-reward.server";
import { readReviewCase } from "~/reports/read-review-case.server";
import { ZoneProvider } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { RewardView } from "./RewardView";

const schema = z.object({
  appeal: z.string().max(40),
  outcome: z.enum(["upheld", "stays"]),
  answer: z.string().trim().min(10).max(600),
});

/** Everything about one reward: facts and decisions in time, the book, the clause, what left the house. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId, roles } = await requireStaff(request, "owner", "approver", "finance");
  const shown = await showReward(params.id ?? "");
  const { reward } = shown.detail;
  return {
    about: await readReviewCase({ rewardId: reward.id, conversionId: reward.conversionId, championId: reward.championId }),
    shown: { ...shown, own: shown.detail.champion.personId === personId },
    refusedIt: reward.decidedBy === `person:${personId}`,
    decides: roles.includes("owner") || roles.includes("approver"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { appeal: appealId, outcome, answer } = form.value;
  const rewardId = params.id ?? "";
  await giveAppealAnswer({
    rewardId,
    appealId,
    upheld: outcome === "upheld",
    answer,
    by: `person:${personId}`,
  });
  return redirect(`/desk/rewards/${rewardId}?answered`, 303);
}

export const handle = {
  title: (data, t) => {
    // Where an error took the place of the page there is nothing loaded.
    const loaded = data as Awaited<ReturnType<typeof loader>> | undefined;
    return loaded
      ? t(loaded.shown.detail.reward.side === "friend" ? "desk.whose.title" : "desk.reward.title", { name: loaded.shown.detail.champion.displayName })
      : t("desk.queue.title");
  },
} satisfies PageHandle;

export default function DeskRewardPage() {
  const { about, shown, refusedIt, decides } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <ZoneProvider zone={shown.detail.program.zone}>
      <RewardView about={about} shown={shown} refusedIt={refusedIt} decides={decides} answered={search.has("answered")} asked={search.has("asked")} reply={reply} />
    </ZoneProvider>
  );
}
