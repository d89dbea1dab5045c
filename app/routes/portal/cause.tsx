import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { chooseCause } from "~/fulfilment/choose-cause.server";
import { requireChampion } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { showCauseChoice } from "~/journeys/show-cause-choice.server";
import { NotFoundError } from "~/platform/errors";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { RadioGroup } from "~/ui/components/RadioGroup";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";

/** What a champion's rewards go to, where their program gives them away. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, programSlug: slug } = await requireChampion(request, params.slug ?? "");
  return { slug, ...(await showCauseChoice(championId)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { championId, programSlug } = await requireChampion(request, params.slug ?? "");
  const form = await parseForm(request, z.object({ cause: z.string().min(1).max(40) }));
  if (!form.ok) return form.answer;
  try {
    await chooseCause({ championId, causeId: form.value.cause });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return form.refuse({ fields: { cause: { key: "cause.gone" } } });
  }
  return redirect(`/portal/${programSlug}/cause?saved`, 303);
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "cause.title" } satisfies PageHandle;

export default function CausePage() {
  const t = useT();
  const { slug, causes, chosen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const cause = causes.find(({ id }) => id === chosen);
  return (
    <Page>
      <PageTitle lead={t("cause.lead")} back={<BackLink to={`/portal/${slug}/rewards`}>{t("portal.statement.title")}</BackLink>}>
        {t("cause.title")}
      </PageTitle>
      {search.has("saved") && cause ? (
        <Notice tone="done" live>
          {t("cause.saved", { name: cause.name })}
        </Notice>
      ) : null}
      <Card>
        {causes.length === 0 ? (
          <p className="measure">{t("cause.none")}</p>
        ) : (
          <PostForm reply={reply}>
            <RadioGroup
              name="cause"
              legend={t("cause.choose")}
              options={causes.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={chosen ?? undefined}
            />
            <div>
              <Button>{t("cause.save")}</Button>
            </div>
          </PostForm>
        )}
      </Card>
    </Page>
  );
}
