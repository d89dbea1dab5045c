import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { rememberClaim } from "~/http/claim-cookie.server";
import type { PageHandle } from "~/ui/page-handle";
import { landingData, type LandingData } from "./landing-data.server";
import { LandingPage } from "./LandingPage";

/** Where `/r/:code` leads: no script, no third party, and no cookie but where an affiliate program says so (L3). */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  // Drawn once for many visits (`kept-landings.server.ts`).
  if (context.landing) return data(context.landing);
  const token = new URL(request.url).searchParams.get("c");
  const landing = await landingData(request, { code: params.code ?? "", token, mayCount: true });
  if (!landing) return data(null, { status: 404 });
  const { token: seen, cookieSeconds: maxAgeSeconds, sharedDomain } = landing;
  if (maxAgeSeconds === null) return data(landing);
  return data(landing, { headers: rememberClaim(request, { token: seen, maxAgeSeconds }, sharedDomain) });
}

export const handle = {
  light: true,
  title: (shown, t) => {
    const landing = shown as LandingData | null;
    if (!landing) return t("share.landing.unknown.title");
    return landing.preview?.title ?? t("share.landing.titleNobody", { company: landing.company });
  },
} satisfies PageHandle;

export const meta: MetaFunction<typeof loader> = ({ data: landing }) => {
  const preview = landing?.preview;
  return [
    { name: "robots", content: "noindex" },
    ...(preview
      ? [
          { name: "description", content: preview.description },
          { property: "og:title", content: preview.title },
          { property: "og:description", content: preview.description },
          { property: "og:image", content: preview.image },
          { property: "og:image:width", content: "1200" },
          { property: "og:image:height", content: "630" },
          { name: "twitter:card", content: "summary_large_image" },
        ]
      : []),
  ];
};

export default function Landing() {
  return <LandingPage landing={useLoaderData<typeof loader>()} />;
}
