import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { refuseRewards } from "~/journeys/refuse-rewards.server";
import { listForDecision, type RewardToDecide } from "~/rewards/list-for-decision.server";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { clauseChoices, refusalFields } from "./clause-choices.server";
import { readItems, writeItem } from "./decision-items";
import { Effects } from "./EffectList";
import { backToQueue, decisionFields } from "./queue-address.server";
import { passOnPlace } from "./queue-place";
import { RefuseForm } from "./RefuseForm";

const schema = z.object({
  ...decisionFields,
  ...refusalFields,
});

/** No friend asked for mail; champions who accepted the same clauses and read the same language get the same sentence; the rest comes after. */
const groupKey = ({ side, clauses, locale }: RewardToDecide) => JSON.stringify([side, clauses, locale]);

export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const search = new URL(request.url).searchParams;
  const place = passOnPlace(search.get("place"));
  const picked = readItems(search.getAll("item"));
  const found = await listForDecision(picked.map(({ rewardId }) => rewardId));
  const able = found.filter(({ decidable, personId: owner }) => decidable && owner !== personId);
  const [first] = able;
  if (!first) return redirect(`/desk/queue?${place}`);
  const group = able.filter((reward) => groupKey(reward) === groupKey(first));
  const versionOf = (id: string, now: number) =>
    picked.find(({ rewardId }) => rewardId === id)?.version ?? now;
  return {
    place,
    locale: first.locale,
    side: first.side,
    names: group.map(({ championName }) => championName),
    items: group.map(({ rewardId, version }) =>
      writeItem({ rewardId, version: versionOf(rewardId, version) }),
    ),
    more: able.length - group.length,
    sumMinor: group.reduce((sum, { dueMinor }) => sum + dueMinor, 0n),
    currency: first.currency,
    clauses: clauseChoices(first.clauses, first.locale),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { item, place, clause, note, notGenuine } = form.value;
  const results = await refuseRewards({
    items: readItems(item),
    clauseNumber: clause,
    note,
    notGenuine: notGenuine === "on",
    by: `person:${personId}`,
  });
  // What other champions of the same pick accepted comes next; nothing is left when none remains.
  const rest = readItems(new URL(request.url).searchParams.getAll("item")).filter(
    ({ rewardId }) => !results.some((result) => result.rewardId === rewardId),
  );
  if (rest.length === 0) return backToQueue(place, results);
  const search = new URLSearchParams({ place: passOnPlace(place) });
  for (const each of rest) search.append("item", writeItem(each));
  return redirect(`/desk/queue/refuse?${search.toString()}`, 303);
}

export const handle = { title: "desk.refuse.title" } satisfies PageHandle;

export default function RefusePage() {
  const t = useT();
  const format = useFormat();
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { place, locale, side, names, more, sumMinor, currency } = loaded;
  const language = t(`desk.language.${locale}`);
  return (
    <Page>
      <PageTitle lead={t("desk.refuse.lead")}>{t("desk.refuse.title")}</PageTitle>
      <p className="font-semibold">
        {t(side === "friend" ? "desk.whose.who" : "desk.refuse.who", { count: names.length, names: format.list(names), language })}
      </p>
      {more > 0 ? <Notice>{t("desk.refuse.more", { count: more })}</Notice> : null}
      <Effects
        lines={[
          t(side === "friend" ? "desk.whose.refuse" : "desk.effect.refuse", {
            amount: format.money({ amountMinor: sumMinor, currency }),
            name: format.list(names),
          }),
        ]}
      />
      <RefuseForm key={loaded.items.join()} {...loaded} count={names.length} reply={reply} />
      <div>
        <LinkButton to={`/desk/queue?${place}`} variant="plain">
          {t("desk.decide.cancel")}
        </LinkButton>
      </div>
    </Page>
  );
}
