import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { itemField, trackingField } from "~/fulfilment/gift";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { sendGift } from "~/journeys/send-gift.server";
import { showGifts } from "~/journeys/show-gifts.server";
import { ConflictError } from "~/platform/errors";
import { EmptyState } from "~/ui/components/EmptyState";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Tabs } from "~/ui/components/Tabs";
import { isFormReply } from "~/ui/form-reply";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { GiftCard } from "./GiftCard";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "gifts.title" } satisfies PageHandle;

const schema = z.object({ reward: z.string().max(40), item: itemField, tracking: trackingField.optional() });

/** The gifts to be sent, each with its address, or those that were. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const sent = new URL(request.url).searchParams.has("sent");
  return { gifts: await showGifts({ sent }), sent, me: personId };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "approver");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { reward: rewardId, item, tracking } = form.value;
  try {
    await sendGift({ rewardId, item, tracking: tracking || null, by: `person:${personId}` });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return form.refuse({ form: { key: "gifts.changed" } });
  }
  return redirect("/desk/gifts?sent&done", 303);
}

export default function GiftsPage() {
  const t = useT();
  const { gifts, sent, me } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const about = isFormReply(reply) ? reply.values.reward : null;
  const [newest] = gifts;
  return (
    <Page width="wide">
      <PageTitle lead={t("gifts.lead")}>{t("gifts.title")}</PageTitle>
      <Tabs
        label={t("gifts.views")}
        tabs={[
          { to: "/desk/gifts", label: t("gifts.waiting"), here: !sent },
          { to: "/desk/gifts?sent", label: t("gifts.sent"), here: sent },
        ]}
      />
      {search.has("done") && newest ? (
        <Notice tone="done" live>
          {t("gifts.done", { name: newest.displayName })}
        </Notice>
      ) : null}
      {about && !gifts.some(({ rewardId }) => rewardId === about) ? <Notice tone="waiting">{t("gifts.changed")}</Notice> : null}
      {gifts.length === 0 ? (
        <EmptyState title={t(sent ? "gifts.emptySent" : "gifts.empty")}>{sent ? null : t("gifts.emptyLead")}</EmptyState>
      ) : null}
      {gifts.map((gift) => (
        <GiftCard key={gift.rewardId} gift={gift} own={gift.personId === me} reply={about === gift.rewardId ? reply : null} />
      ))}
    </Page>
  );
}
