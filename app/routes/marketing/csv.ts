import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/http/actor.server";
import { csvResponse } from "~/http/csv.server";
import { localeOf } from "~/http/locale.server";
import { selectionOf } from "~/http/report-selection.server";
import { isRowKind, listReportRows } from "~/reports/list-report-rows.server";
import { isoDay } from "~/reports/report-selection";
import { translator } from "~/ui/i18n.server";

/** The rows behind one number as a file; amounts in minor units, times in UTC. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  const selection = selectionOf(request);
  const asked = new URL(request.url).searchParams.get("of");
  const kind = isRowKind(asked) ? asked : "purchases";
  const rows = await listReportRows(kind, selection);
  const t = translator(localeOf(request));
  const header = (["when", "champion", "label", "channel", "count", "amount"] as const).map((name) => t(`reports.rows.${name}`));
  return csvResponse(
    `${kind}-${isoDay(selection.from)}.csv`,
    [...header, "currency"],
    rows.map(({ at, champion, label, channel, count, money }) => [
      at, champion, label, channel, count, money?.amountMinor ?? null, money?.currency ?? null,
    ]),
  );
}
