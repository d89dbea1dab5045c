import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { findStaff, requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { approveRewards } from "~/journeys/approve-rewards.server";
import { showDecision } from "~/journeys/show-decision.server";
import { ForbiddenError } from "~/platform/errors";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { useFormat, useT, ZoneProvider } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";
import { EffectList } from "./EffectList";

export const handle = { title: "decideLink.title", light: true } satisfies PageHandle;

/** What approving the reward of a mailed link would do, shown at once to whoever holds it. Looking changes nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId, ...shown } = await showDecision(params.token ?? "");
  const staff = await findStaff(request);
  const reader = !staff ? "unknown" : staff.personId === personId ? "theirs" : "another";
  return data({ ...shown, reader }, { status: shown.state === "expired" ? 410 : 200 });
}

/** The button works for whom the link was mailed to, once they are signed in and as long as they may decide (W15). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { personId, rewardId, state } = await showDecision(params.token ?? "");
  const form = await parseForm(request, z.object({ version: z.coerce.number().int().min(1) }));
  if (!form.ok) return form.answer;
  const staff = await requireStaff(request, "owner", "approver");
  if (staff.personId !== personId) throw new ForbiddenError("the link was mailed to somebody else");
  const here = new URL(request.url).pathname;
  if (state === "expired") return redirect(here, 303);
  const [result] = await approveRewards({ items: [{ rewardId, version: form.value.version }], by: `person:${personId}` });
  if (result?.outcome !== "approved" && result?.outcome !== "first_of_two") return form.refuse({ form: { key: "decideLink.changed" } });
  return redirect(`${here}?${result.outcome}`, 303);
}

export default function DecidePage() {
  const { zone } = useLoaderData<typeof loader>();
  return (
    <SiteLayout signIn={false}>
      <ZoneProvider zone={zone}>
        <Decision />
      </ZoneProvider>
    </SiteLayout>
  );
}

function Decision() {
  const t = useT();
  const format = useFormat();
  const { rewardId, side, name, amountMinor, currency, version, state, effect, reader } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = ["approved", "first_of_two"].find((outcome) => search.has(outcome));
  return (
    <Page>
      <PageTitle lead={t("decideLink.lead", { amount: format.money({ amountMinor, currency }) })}>{t(side === "friend" ? "desk.whose.title" : "desk.reward.title", { name })}</PageTitle>
      {done ? (
        <Notice tone="done" live>
          {t(`decideLink.done.${done === "approved" ? "approved" : "first"}`)}
        </Notice>
      ) : reader === "another" ? (
        <Notice tone="waiting">{t("decideLink.another")}</Notice>
      ) : effect ? (
        <Card>
          <EffectList effect={effect} side={side} champion={name} />
          <PostForm reply={reply}>
            <input type="hidden" name="version" value={version} />
            <div>
              <Button icon={reader === "theirs" ? "check" : undefined}>{t(reader === "theirs" ? "desk.decide.approve" : "decideLink.signIn")}</Button>
            </div>
          </PostForm>
        </Card>
      ) : (
        <Notice tone="waiting">{t(state === "own" ? "desk.decide.own" : `decideLink.${state === "expired" ? "expired" : "decided"}`)}</Notice>
      )}
      <div>
        <LinkButton variant="secondary" to={`/desk/rewards/${rewardId}`}>
          {t("decideLink.open")}
        </LinkButton>
      </div>
    </Page>
  );
}
