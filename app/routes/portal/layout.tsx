import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { isMember } from "~/champions/champion";
import { findChampion } from "~/http/actor.server";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { ZoneProvider } from "~/ui/i18n";
import { DEFAULT_ZONE } from "~/ui/format";
import { PortalLayout } from "~/ui/layouts/PortalLayout";

export { ErrorPage as ErrorBoundary } from "~/ui/error-page";

/** The frame of a champion's pages: in a program its zone and, for its members, its menu; else the short menu. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  if (!params.slug) return { slug: undefined, zone: DEFAULT_ZONE };
  const { slug, calendar } = await getProgramBySlug(params.slug);
  const champion = await findChampion(request, slug);
  return { slug: champion && isMember(champion.status) ? slug : undefined, zone: calendar.zone };
}

export default function PortalFrame() {
  const { slug, zone } = useLoaderData<typeof loader>();
  return (
    <ZoneProvider zone={zone}>
      <PortalLayout slug={slug}>
        <Outlet />
      </PortalLayout>
    </ZoneProvider>
  );
}
