import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { showConversion } from "~/journeys/show-conversion.server";
import { DEFAULT_ZONE } from "~/ui/format";
import { ZoneProvider } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { ConversionView } from "./ConversionView";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "conversions.title" } satisfies PageHandle;

/** One sale: whose it is and why, every check and every touch, what it led to (S4). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "approver", "finance");
  return await showConversion(params.id ?? "");
}

export default function ConversionPage() {
  const shown = useLoaderData<typeof loader>();
  return (
    <ZoneProvider zone={shown.conversion.program?.zone ?? DEFAULT_ZONE}>
      <ConversionView shown={shown} />
    </ZoneProvider>
  );
}
