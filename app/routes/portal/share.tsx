import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { offerWords } from "~/http/offer-words.server";
import { localeOf } from "~/http/locale.server";
import { env } from "~/platform/env.server";
import { LOCALES } from "~/platform/locale";
import { referralUrl } from "~/sharing/share-channel";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ShareForm } from "./ShareForm";
import { Things } from "./Things";
import { kitTexts, ownShareKit } from "./share-kit.server";

/** One link with everything to pass it on by: texts per channel, files to print and to show. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const kit = await ownShareKit(request, params.slug);
  const { offer, rewardToChampion } = offerWords(kit.program.version, kit.company, localeOf(request));
  return {
    slug: kit.program.slug,
    paused: kit.status === "paused",
    offer,
    reward: rewardToChampion,
    link: kit.link,
    links: kit.links.map(({ id, label }) => ({ id, label })),
    url: referralUrl(env().APP_URL, kit.link.code),
    lang: kit.locale,
    texts: kitTexts(kit, kit.locale),
  };
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "share.kit.title" } satisfies PageHandle;

export default function SharePage() {
  const t = useT();
  const shown = useLoaderData<typeof loader>();
  const { slug, link, lang, offer, reward } = shown;
  const lead = offer ? t("share.kit.lead", { offer, reward }) : t("share.kit.leadNoOffer", { reward });
  return (
    <Page>
      <PageTitle lead={lead}>{t("share.kit.title")}</PageTitle>
      {shown.paused ? <Notice tone="waiting">{t("share.kit.paused")}</Notice> : null}
      {shown.links.length > 1 ? (
        <Choice label={t("share.kit.forLink")}>
          {shown.links.map(({ id, label }) => (
            <Chosen key={id} to={`?link=${id}&lang=${lang}`} here={id === link.id}>
              {label ?? t("share.kit.mainLink")}
            </Chosen>
          ))}
        </Choice>
      ) : null}
      {/* Another link or language is another text: the form starts anew. */}
      <ShareForm key={`${link.id} ${lang}`} slug={slug} link={link} lang={lang} url={shown.url} texts={shown.texts}>
        <Choice label={t("share.kit.language")}>
          {LOCALES.map((locale) => (
            <Chosen key={locale} to={`?link=${link.id}&lang=${locale}`} here={locale === lang}>
              {t(`common.language.${locale}`)}
            </Chosen>
          ))}
        </Choice>
      </ShareForm>
      <Things slug={slug} query={`?link=${link.id}&lang=${lang}`} />
    </Page>
  );
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1" role="group" aria-label={label}>
      <span className="text-sm text-muted">{label}</span>
      {children}
    </div>
  );
}

function Chosen({ to, here, children }: { to: string; here: boolean; children: ReactNode }) {
  return (
    <LinkButton to={to} variant={here ? "secondary" : "plain"} size="small" aria-current={here || undefined} preventScrollReset>
      {children}
    </LinkButton>
  );
}
