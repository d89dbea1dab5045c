import type { ReactNode } from "react";
import { useT } from "../../i18n";
import { Explain } from "../Explain";

interface ChartFigureProps {
  title: ReactNode;
  /** What the chart says, in one sentence. */
  says?: ReactNode;
  children: ReactNode;
  /** The same numbers as a `<Table>`. */
  table: ReactNode;
}

/** A chart with its sentence above and its numbers behind. */
export function ChartFigure({ title, says, children, table }: ChartFigureProps) {
  const t = useT();
  return (
    <figure className="flex flex-col gap-3">
      <figcaption className="flex flex-col gap-1">
        <span className="font-serif text-lg">{title}</span>
        {says !== undefined ? <span className="measure text-muted">{says}</span> : null}
      </figcaption>
      {children}
      <Explain wide label={t("common.chart.table")}>
        {table}
      </Explain>
    </figure>
  );
}
