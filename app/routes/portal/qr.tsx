import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useEffect, useState } from "react";
import { offerWords } from "~/http/offer-words.server";
import { env } from "~/platform/env.server";
import { referralUrl } from "~/sharing/share-channel";
import { translator } from "~/ui/i18n.server";
import { Button } from "~/ui/components/Button";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ownShareKit } from "./share-kit.server";

/** The QR code on a page to print, with the code and the disclosure under it (L4). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program, company, championName, link, locale } = await ownShareKit(request, params.slug);
  const { reward, copy } = offerWords(program.version, company, locale);
  return {
    image: `/portal/${program.slug}/qr.svg?link=${link.id}&lang=${locale}`,
    code: link.code,
    address: referralUrl(env().APP_URL, link.code).replace(/^https?:\/\//, ""),
    headline: copy.friendHeadline,
    byline: translator(locale)("share.asset.byline", { name: championName }),
    disclosure: translator(locale)("share.disclosureAsset", { name: championName, reward }),
    locale,
  };
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "share.print.title" } satisfies PageHandle;

export default function QrToPrint() {
  const t = useT();
  const { image, code, address, headline, byline, disclosure, locale } = useLoaderData<typeof loader>();
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return (
    <Page>
      <div data-print="none">
        <PageTitle
          lead={t("share.print.lead")}
          aside={
            scripted ? (
              <Button type="button" icon="print" onClick={() => window.print()}>
                {t("share.print.button")}
              </Button>
            ) : null
          }
        >
          {t("share.print.title")}
        </PageTitle>
      </div>
      <div lang={locale} className="flex flex-col items-center gap-3 rounded-lg border border-edge bg-[#ffffff] p-6 text-center text-[#1d1b16]">
        <p className="font-serif text-lg font-semibold">{headline}</p>
        <p>{byline}</p>
        <img src={image} alt={t("share.kit.qrAlt")} width={280} height={280} />
        <p className="font-mono text-lg font-semibold">{code}</p>
        <p className="text-sm break-all">{address}</p>
        <p className="measure">{disclosure}</p>
      </div>
    </Page>
  );
}
