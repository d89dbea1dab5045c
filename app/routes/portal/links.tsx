import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireChampion } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { listLinksWithFigures } from "~/journeys/list-links-with-figures.server";
import { makeLink } from "~/journeys/make-link.server";
import { AppError, ConflictError, NotFoundError } from "~/platform/errors";
import { checkCode } from "~/sharing/referral-code";
import { MAX_LINKS } from "~/sharing/create-link.server";
import { putLinkAway } from "~/sharing/put-link-away.server";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { LinkCard } from "./LinkCard";
import { NewLinkForm } from "./NewLinkForm";

const schema = z.object({
  intent: z.enum(["make", "away"]),
  label: z.string().trim().min(1).max(40).optional(),
  code: z.string().max(60).optional(),
  link: z.string().max(40).optional(),
});

/** A champion's links, each with its own figures. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { championId, programSlug: slug } = await requireChampion(request, params.slug ?? "");
  return { slug, links: await listLinksWithFigures(championId), max: MAX_LINKS };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { championId, programSlug } = await requireChampion(request, params.slug ?? "");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, label, code, link } = form.value;
  const page = `/portal/${programSlug}/links`;
  if (intent === "away") {
    if (!link) throw new NotFoundError("link");
    await putLinkAway({ championId, linkId: link });
    return redirect(`${page}?done=away`, 303);
  }
  if (!label) return form.refuse({ fields: { label: { key: "errors.field.required" } } });
  try {
    const made = await makeLink({ championId, label, code: code ?? null });
    return redirect(`${page}?done=made&link=${made.linkId}`, 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "label_taken") return form.refuse({ fields: { label: { key: "share.links.labelTaken" } } });
    if (error.code === "too_many_links") {
      return form.refuse({ form: { key: "share.links.tooMany", values: { max: MAX_LINKS } } });
    }
    if (error instanceof ConflictError && error.code === "code_taken") {
      return form.refuse({ fields: { code: { key: "portal.join.code.taken" } } });
    }
    const check = error.code === "code_refused" && code ? checkCode(code) : null;
    if (!check) throw error;
    return form.refuse({ fields: { code: { key: `portal.join.code.${check.ok ? "reserved" : check.problem}` } } });
  }
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "share.links.title" } satisfies PageHandle;

export default function LinksPage() {
  const t = useT();
  const { slug, links, max } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const made = links.find(({ id }) => id === search.get("link"));
  return (
    <Page width="wide">
      <PageTitle lead={t("share.links.lead")}>{t("share.links.title")}</PageTitle>
      {search.get("done") === "made" && made?.label ? (
        <Notice tone="done" live>
          {t("share.links.made", { label: made.label })}
        </Notice>
      ) : null}
      {search.get("done") === "away" ? (
        <Notice tone="done" live>
          {t("share.links.awayDone")}
        </Notice>
      ) : null}
      <ul className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        {links.map((link) => (
          <li key={link.id}>
            <LinkCard slug={slug} link={link} />
          </li>
        ))}
      </ul>
      {links[0] ? (
        <p className="break-words text-sm text-muted">{t("linkTags.hint", { link: links[0].url })}</p>
      ) : null}
      {links.length < max ? <NewLinkForm reply={reply} /> : <Notice>{t("share.links.tooMany", { max })}</Notice>}
    </Page>
  );
}
