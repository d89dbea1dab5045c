import { useId, type ReactNode } from "react";

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Amounts and counts stand right, in figures of equal width. */
  numeric?: boolean;
  /** The cell that names the row for a screen reader. */
  rowHeader?: boolean;
  /** Left out on a phone, where the row's page tells it. */
  wideOnly?: boolean;
}

interface TableProps<Row> {
  /** Says what the table holds; shown above it unless hidden. */
  caption: ReactNode;
  hideCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** A last row of sums. */
  footer?: ReactNode;
  dense?: boolean;
}

/** Rows and columns that stay a table for every reader; scrolls sideways inside itself where the screen is narrow. */
export function Table<Row>({ caption, hideCaption, columns, rows, rowKey, footer, dense }: TableProps<Row>) {
  const id = useId();
  const pad = dense ? "px-2.5 py-1.5 print:py-0.5" : "px-3 py-2.5 print:py-1";
  const look = ({ numeric, wideOnly }: Column<Row>) =>
    `${pad} ${numeric ? "money text-right" : "text-left"} ${wideOnly ? "max-sm:hidden" : ""}`;
  return (
    <div
      role="group"
      aria-labelledby={id}
      tabIndex={0}
      className="relative overflow-x-auto rounded-lg border border-hairline bg-surface"
    >
      <table className={`w-full border-collapse ${dense ? "text-sm" : ""}`}>
        <caption id={id} className={hideCaption ? "sr-only" : `${pad} text-left font-serif text-lg`}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b border-edge">
            {columns.map((column) => (
              <th key={column.key} scope="col" className={`${look(column)} text-sm font-semibold text-muted`}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-hairline last:border-0">
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.key} scope="row" className={`${look(column)} font-semibold`}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={look(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {footer ? <tfoot className="border-t border-edge font-semibold">{footer}</tfoot> : null}
      </table>
    </div>
  );
}
