import { systemClock } from "~/platform/deps.server";
import { AppError } from "~/platform/errors";
import { readSelection } from "~/reports/read-selection";
import type { ReportSelection } from "~/reports/report-selection";

/** The selection an address asks for. @throws AppError 422 when its dates make no range */
export function selectionOf(request: Request): ReportSelection {
  const selection = readSelection(new URL(request.url).searchParams, systemClock.now());
  if (!selection) {
    throw new AppError("report_range", {
      message: "the dates of a report make no range",
      status: 422,
      userMessage: { key: "reports.filter.wrong" },
    });
  }
  return selection;
}
