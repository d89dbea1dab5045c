import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { prizeWishSchema } from "~/fulfilment/prize";
import { requireChampion } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { choosePrize } from "~/journeys/choose-prize.server";
import { showPrizes } from "~/journeys/show-prizes.server";
import { ConflictError } from "~/platform/errors";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { RadioGroup } from "~/ui/components/RadioGroup";
import { TextArea } from "~/ui/components/TextArea";
import { useFormat, useT } from "~/ui/i18n";
import { localeOf } from "~/http/locale.server";
import type { PageHandle } from "~/ui/page-handle";

/** A champion's points and what they can be spent on; each page carries a key, so that one form is one order. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, programSlug: slug } = await requireChampion(request, params.slug ?? "");
  return { slug, key: randomUUID(), ...(await showPrizes({ championId, locale: localeOf(request) })) };
}

const REFUSED = ["prize_gone", "prize_out", "too_few_points"] as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const { championId, personId, programSlug } = await requireChampion(request, params.slug ?? "");
  const form = await parseForm(request, prizeWishSchema);
  if (!form.ok) return form.answer;
  const { prize: prizeId, key, address = null } = form.value;
  try {
    await choosePrize({ championId, prizeId, key: `${championId}:${key}`, address, by: `person:${personId}` });
  } catch (error) {
    const code = error instanceof ConflictError ? REFUSED.find((one) => one === error.code) : undefined;
    if (!code) throw error;
    return form.refuse({ fields: { prize: { key: `prizes.refused.${code}` } } });
  }
  return redirect(`/portal/${programSlug}/prizes?chosen`, 303);
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "prizes.title" } satisfies PageHandle;

export default function PrizesPage() {
  const t = useT();
  const format = useFormat();
  const { slug, key, points, prizes, orders } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const there = prizes.filter(({ left }) => left !== 0);
  const label = ({ name, cost, left }: (typeof prizes)[number]) =>
    [t("prizes.costs", { name, points: cost }), left === null ? null : t("prizes.left", { count: left }), cost > points ? t("prizes.missing", { points: cost - points }) : null]
      .filter(Boolean)
      .join(" · ");
  return (
    <Page>
      <PageTitle lead={t("prizes.have", { points })} back={<BackLink to={`/portal/${slug}/rewards`}>{t("portal.statement.title")}</BackLink>}>
        {t("prizes.title")}
      </PageTitle>
      {search.has("chosen") ? (
        <Notice tone="done" live>
          {t("prizes.chosen")}
        </Notice>
      ) : null}
      <Card title={t("prizes.choose")}>
        {there.length === 0 ? (
          <p className="measure">{t("prizes.none")}</p>
        ) : (
          <PostForm reply={reply}>
            <input type="hidden" name="key" value={key} />
            <RadioGroup name="prize" legend={t("prizes.which")} options={there.map((prize) => ({ value: prize.id, label: label(prize) }))} />
            <Field name="address" label={t("prizes.address")} hint={t("prizes.addressHint")} optional>
              <TextArea rows={4} maxLength={400} autoComplete="street-address" />
            </Field>
            <div>
              <Button>{t("prizes.take")}</Button>
            </div>
          </PostForm>
        )}
      </Card>
      {orders.length > 0 ? (
        <Card title={t("prizes.yours")}>
          <ul className="flex flex-col divide-y divide-hairline">
            {orders.map(({ id, name, points: spent, state, at, words }) => (
              <li key={id} className="py-2">
                <p className="break-words">{t("prizes.costs", { name, points: spent })}</p>
                <p className="text-sm text-muted">{t(`prizes.state.${state}`, { date: format.date(at) })}</p>
                {words ? <p className="measure text-sm break-words">{words}</p> : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Page>
  );
}
