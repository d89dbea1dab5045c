import { useLoaderData } from "@remix-run/react";
import { shopLines } from "~/http/shop-lines.server";
import { Card } from "~/ui/components/Card";
import { CodeBlock } from "~/ui/components/CodeBlock";
import { Explain } from "~/ui/components/Explain";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";

export const handle = { title: "wireShop.title" } satisfies PageHandle;

/** For each way to wire a shop, and for hearing back, its files, each with the language it is written in. */
const WAYS = {
  stripe: { "stripe-checkout.mjs": "Node", "stripe-checkout.php": "PHP", "stripe_checkout.py": "Python", "payment-link.html": "HTML" },
  server: { "server-api.mjs": "Node", "server-api.php": "PHP", "server_api.py": "Python", "server-api.sh": "curl" },
  pages: { "page.html": "HTML" },
  hear: { "hear-webhooks.mjs": "Node", "hear-webhooks.php": "PHP", "hear_webhooks.py": "Python" },
} as const;

/** How a developer wires a shop, with lines to copy that name this very installation. */
export function loader() {
  const ways = Object.entries(WAYS).map(([way, files]) => ({
    way: way as keyof typeof WAYS,
    files: Object.entries(files).map(([name, language]) => ({ name, language, code: shopLines(name) })),
  }));
  return { ways };
}

export default function WireAShop() {
  const t = useT();
  const { ways } = useLoaderData<typeof loader>();
  return (
    <SiteLayout>
      <Page width="wide">
        <PageTitle lead={t("wireShop.lead")}>{t("wireShop.title")}</PageTitle>
        <p className="measure">{t("wireShop.arrival")}</p>
        {ways.map(({ way, files }) => (
          <Card key={way} id={way} title={t(`wireShop.${way}.title`)}>
            <p className="measure">{t(`wireShop.${way}.lead`)}</p>
            <p className="measure text-muted">{t(`wireShop.${way}.more`)}</p>
            {files.map(({ name, language, code }) => (
              <Explain key={name} wide label={name === "payment-link.html" ? t("wireShop.paymentLink") : language}>
                <CodeBlock label={name} code={code} />
              </Explain>
            ))}
            {way === "pages" ? <Functions /> : null}
          </Card>
        ))}
      </Page>
    </SiteLayout>
  );
}

/** What a page can call, in the order a shop meets it. */
const CALLS = {
  offer: "vouch.offer()",
  claim: "vouch.claim()",
  token: "vouch.token()",
  tokens: "vouch.tokens()",
  lead: "vouch.lead()",
  consent: "vouch.consent()",
} as const;

function Functions() {
  const t = useT();
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[auto_1fr]">
      {Object.entries(CALLS).map(([name, call]) => (
        <div key={name} className="contents">
          <dt className="font-mono text-sm font-semibold">{call}</dt>
          <dd className="measure max-sm:mb-2">{t(`wireShop.calls.${name as keyof typeof CALLS}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
