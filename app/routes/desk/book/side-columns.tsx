import { Money } from "~/ui/components/Money";
import type { Column } from "~/ui/components/Table";
import type { useT } from "~/ui/i18n";

interface Sides {
  debitMinor: bigint;
  creditMinor: bigint;
  currency: string;
}

/** Debit and credit beside each other; a side on which nothing stands is empty, unless the other one is too. */
export function sideColumns<Row>(t: ReturnType<typeof useT>, sidesOf: (row: Row) => Sides): Column<Row>[] {
  return (["debitMinor", "creditMinor"] as const).map((side) => ({
    key: side,
    header: t(`book.${side}`),
    numeric: true,
    cell: (row) => {
      const { currency, ...sides } = sidesOf(row);
      const amountMinor = sides[side];
      // Nothing open at all is a nought, so that no row is without an amount.
      const isNought = side === "creditMinor" && sides.debitMinor === 0n;
      return amountMinor === 0n && !isNought ? null : <Money amountMinor={amountMinor} currency={currency} />;
    },
  }));
}
