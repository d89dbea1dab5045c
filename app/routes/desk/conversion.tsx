import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { showConversion } from "~/journeys/show-conversion.server";
import { DEFAULT_ZONE } from "~/ui/format";
import { ZoneProvider } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ConversionView } from "./ConversionView";
import { titleOfConversion } from "./title-of-conversion";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";

/** One sale or sign-up: whose it is and why, every check and every touch, what it led to (S4). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request, "owner", "approver", "finance");
  const decides = roles.includes("owner") || roles.includes("approver");
  return { shown: await showConversion(params.id ?? ""), decides };
}

export const handle = {
  title: (data, t, format) => {
    // Where an error took the place of the page there is nothing loaded.
    const loaded = data as Awaited<ReturnType<typeof loader>> | undefined;
    return loaded ? titleOfConversion(loaded.shown, t, format) : t("conversions.title");
  },
} satisfies PageHandle;

export default function ConversionPage() {
  const { shown, decides } = useLoaderData<typeof loader>();
  return (
    <ZoneProvider zone={shown.conversion.program?.zone ?? DEFAULT_ZONE}>
      <ConversionView shown={shown} decides={decides} />
    </ZoneProvider>
  );
}
