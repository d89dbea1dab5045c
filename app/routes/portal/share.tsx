import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { offerWords } from "~/http/offer-words.server";
import { localeOf } from "~/http/locale.server";
import { env } from "~/platform/env.server";
import { LOCALES } from "~/platform/locale";
import { referralUrl } from "~/sharing/share-channel";
import { Card } from "~/ui/components/Card";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ShareForm } from "./ShareForm";
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
    others: kit.links.filter(({ id }) => id !== kit.link.id).map(({ id, label }) => ({ id, label })),
    url: referralUrl(env().APP_URL, kit.link.code),
    lang: kit.locale,
    texts: kitTexts(kit, kit.locale),
  };
}

export const handle = { title: "share.kit.title" } satisfies PageHandle;

export default function SharePage() {
  const t = useT();
  const shown = useLoaderData<typeof loader>();
  const { slug, link, lang, offer, reward } = shown;
  const lead = offer ? t("share.kit.lead", { offer, reward }) : t("share.kit.leadNoOffer", { reward });
  const query = `?link=${link.id}&lang=${lang}`;
  return (
    <Page>
      <PageTitle lead={lead}>{t("share.kit.title")}</PageTitle>
      {shown.paused ? <Notice tone="waiting">{t("share.kit.paused")}</Notice> : null}
      {/* Another link or language is another text: the form starts anew. */}
      <ShareForm key={`${link.id} ${lang}`} slug={slug} link={link} lang={lang} url={shown.url} texts={shown.texts} />
      <Choice label={t("share.kit.language")}>
        {LOCALES.map((locale) => (
          <LinkButton
            key={locale}
            to={`?link=${link.id}&lang=${locale}`}
            variant={locale === lang ? "secondary" : "plain"}
            size="small"
            aria-current={locale === lang || undefined}
            preventScrollReset
          >
            {t(`common.language.${locale}`)}
          </LinkButton>
        ))}
      </Choice>
      {shown.others.length > 0 ? (
        <Choice label={t("share.kit.forLink")}>
          {shown.others.map(({ id, label }) => (
            <LinkButton key={id} to={`?link=${id}&lang=${lang}`} variant="plain" size="small">
              {label ?? t("share.kit.mainLink")}
            </LinkButton>
          ))}
        </Choice>
      ) : null}
      <Card title={t("share.kit.things")}>
        <p className="measure text-muted">{t("share.kit.thingsLead")}</p>
        <div className="flex flex-wrap items-start gap-5">
          <img
            src={`/portal/${slug}/qr.svg${query}`}
            alt={t("share.kit.qrAlt")}
            width={176}
            height={176}
            className="rounded-sm border border-hairline"
          />
          <ul className="flex min-w-0 flex-1 flex-col">
            <Thing to={`/portal/${slug}/poster.pdf${query}`} label={t("share.kit.poster")} />
            <Thing to={`/portal/${slug}/card.png${query}`} label={t("share.kit.card")} />
            <Thing to={`/portal/${slug}/qr.svg${query}`} label={t("share.kit.qrSvg")} />
            <Thing to={`/portal/${slug}/qr.png${query}`} label={t("share.kit.qrPng")} />
            <li>
              <LinkButton to={`/portal/${slug}/qr${query}`} variant="plain" icon="print">
                {t("share.kit.qrPrint")}
              </LinkButton>
            </li>
          </ul>
        </div>
      </Card>
    </Page>
  );
}

function Choice({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1" role="group" aria-label={label}>
      <span className="text-sm text-muted">{label}</span>
      {children}
    </div>
  );
}

function Thing({ to, label }: { to: string; label: string }) {
  return (
    <li>
      <LinkButton to={to} variant="plain" icon="download" reloadDocument>
        {label}
      </LinkButton>
    </li>
  );
}
