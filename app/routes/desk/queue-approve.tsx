import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { BATCH_TWO_ADMINS_MINOR } from "~/journeys/approve-rewards.server";
import { listForDecision, type RewardToDecide } from "~/rewards/list-for-decision.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { DateTime } from "~/ui/components/DateTime";
import { LinkButton } from "~/ui/components/LinkButton";
import { Money } from "~/ui/components/Money";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { Table } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { readItems, writeItem } from "./decision-items";
import { Effects } from "./EffectList";
import { passOnPlace } from "./queue-place";
import { useWhose } from "./use-whose";

/** The last look before many are approved: what it does, then one button. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const search = new URL(request.url).searchParams;
  const place = passOnPlace(search.get("place"));
  const picked = readItems(search.getAll("item"));
  if (picked.length === 0) return redirect(`/desk/queue?${place}`);
  const found = await listForDecision(picked.map(({ rewardId }) => rewardId));
  const able = ({ decidable, personId: owner }: RewardToDecide) => decidable && owner !== personId;
  const rewards = found.filter(able).map(({ personId: _owner, clauses: _clauses, ...reward }) => ({
    ...reward,
    // The version that was looked at, not today's: what changed since is refused, not slipped in.
    version: picked.find(({ rewardId }) => rewardId === reward.rewardId)?.version ?? reward.version,
  }));
  const sumMinor = rewards.reduce((sum, { dueMinor }) => sum + dueMinor, 0n);
  return {
    place,
    rewards,
    skipped: found.filter((reward) => !able(reward)).map(({ championName }) => championName),
    sumMinor,
    twoAdmins: sumMinor > BATCH_TWO_ADMINS_MINOR,
    limitMinor: BATCH_TWO_ADMINS_MINOR,
  };
}

export const handle = { title: "desk.decide.reviewTitle" } satisfies PageHandle;

export default function ApprovePage() {
  const t = useT();
  const format = useFormat();
  const { place, rewards, skipped, sumMinor, twoAdmins, limitMinor } = useLoaderData<typeof loader>();
  const whose = useWhose();
  const count = rewards.length;
  // No friend asked for mail.
  const mailed = rewards.filter(({ side }) => side === "champion");
  const currency = rewards[0]?.currency ?? "EUR";
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency });
  const effects = twoAdmins
    ? [t("desk.effect.tooMuch", { limit: money(limitMinor) })]
    : [
        t("desk.effect.many", { count, sum: money(sumMinor) }),
        t("desk.effect.manyLater"),
        ...(mailed.length > 0 ? [t("desk.effect.mails", { count: mailed.length, name: mailed[0]?.championName ?? "" })] : []),
        t("desk.effect.entries", { count: 2 * count }),
      ];
  return (
    <Page width="wide">
      <PageTitle lead={t("desk.decide.reviewLead")}>{t("desk.decide.reviewTitle")}</PageTitle>
      {skipped.length > 0 ? (
        <Notice tone="waiting">{t("desk.decide.skipped", { names: format.list(skipped) })}</Notice>
      ) : null}
      {count === 0 ? <Notice>{t("desk.decide.nobody")}</Notice> : <Effects lines={effects} />}
      {count > 0 ? (
        <Card>
          <Table
            caption={t("desk.queue.table")}
            hideCaption
            dense
            rows={rewards}
            rowKey={({ rewardId }) => rewardId}
            columns={[
              {
                key: "name",
                header: t("desk.queue.col.champion"),
                rowHeader: true,
                cell: ({ side, championName }) => whose({ side, name: championName }),
              },
              {
                key: "at",
                header: t("desk.reward.holdEnds"),
                cell: ({ holdEndsAt }) => <DateTime at={holdEndsAt} />,
              },
              {
                key: "amount",
                header: t("desk.queue.col.amount"),
                numeric: true,
                cell: ({ dueMinor }) => <Money amountMinor={dueMinor} currency={currency} />,
              },
            ]}
          />
        </Card>
      ) : null}
      <PostForm action="/desk/queue" className="flex flex-wrap gap-3">
        <input type="hidden" name="intent" value="approve" />
        <input type="hidden" name="place" value={place} />
        {rewards.map((reward) => (
          <input key={reward.rewardId} type="hidden" name="item" value={writeItem(reward)} />
        ))}
        {count > 0 ? <Button icon="check">{t("desk.decide.approveMany", { count })}</Button> : null}
        <LinkButton to={`/desk/queue?${place}`} variant="plain">
          {t("desk.decide.cancel")}
        </LinkButton>
      </PostForm>
    </Page>
  );
}
