import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { addressField } from "~/fulfilment/gift";
import { receiveGift } from "~/fulfilment/receive-gift.server";
import { requireChampion } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { giveAddress } from "~/journeys/give-address.server";
import { showGift } from "~/journeys/show-gift.server";
import { ConflictError } from "~/platform/errors";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { TextArea } from "~/ui/components/TextArea";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";

/** A champion's gift: where it may go, what was chosen and where it is. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, programSlug: slug } = await requireChampion(request, params.slug ?? "");
  return { slug, ...(await showGift({ rewardId: params.id ?? "", championId })) };
}

const schema = z.object({ intent: z.enum(["address", "arrived"]), address: addressField.optional() });

export async function action({ request, params }: ActionFunctionArgs) {
  const { championId, programSlug } = await requireChampion(request, params.slug ?? "");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const rewardId = params.id ?? "";
  const here = `/portal/${programSlug}/rewards/${rewardId}/gift`;
  const { intent, address } = form.value;
  if (intent === "arrived") {
    await receiveGift({ rewardId, championId });
    return redirect(here, 303);
  }
  if (!address) return form.refuse({ fields: { address: { key: "gift.issue.address" } } });
  try {
    await giveAddress({ rewardId, championId, address });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return form.refuse({ form: { key: "gift.tooLate" } });
  }
  return redirect(`${here}?saved`, 303);
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "gift.title" } satisfies PageHandle;

export default function GiftPage() {
  const t = useT();
  const format = useFormat();
  const gift = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { slug, rewardId, state, open, item, tracking, sentAt, receivedAt, address } = gift;
  const date = receivedAt ?? sentAt;
  const given = sentAt !== null;
  return (
    <Page>
      <PageTitle
        lead={t("gift.worth", { amount: format.money({ amountMinor: gift.amountMinor, currency: gift.currency }) })}
        back={<BackLink to={`/portal/${slug}/rewards/${rewardId}`}>{t("portal.reward.title")}</BackLink>}
      >
        {t("gift.title")}
      </PageTitle>
      {search.has("saved") && address ? (
        <Notice tone="done" live>
          {t("gift.saved")}
        </Notice>
      ) : null}
      <Card>
        <p className="measure">
          {t(open || given ? `gift.state.${state}` : "gift.state.closed", { item: item ?? "", date: date ? format.date(date) : "" })}
        </p>
        {tracking ? (
          <p>
            {t("gift.tracking")}: <span className="font-semibold break-all">{tracking}</span>
          </p>
        ) : null}
        {open && !given ? (
          <PostForm reply={reply}>
            <input type="hidden" name="intent" value="address" />
            <Field name="address" label={t("gift.address")} hint={t("gift.addressHint")}>
              <TextArea rows={5} maxLength={400} autoComplete="street-address" defaultValue={address ?? ""} />
            </Field>
            <div>
              <Button>{t(address ? "gift.change" : "gift.save")}</Button>
            </div>
          </PostForm>
        ) : null}
        {state === "sent" ? (
          <PostForm reply={reply}>
            <p className="text-sm text-muted">{t("gift.arrivedHint")}</p>
            <div>
              <Button name="intent" value="arrived">
                {t("gift.arrived")}
              </Button>
            </div>
          </PostForm>
        ) : null}
      </Card>
    </Page>
  );
}
