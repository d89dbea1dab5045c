import { compareModels, COMPARED_MODELS, type ComparedModel } from "~/attribution/compare-models";
import type { Evidence } from "~/journeys/read-evidence.server";
import { Table, type Column } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";

interface Compared {
  conversion: Evidence["conversion"];
  purchase: NonNullable<Evidence["purchase"]>;
}

interface Share {
  championId: string;
  name: string;
  parts: Record<ComparedModel, bigint>;
}

/** What each champion's part of this sale would be under other models, a model a row; Vouch pays by the first or the last. */
export function ModelTable({ conversion, purchase }: Compared) {
  const t = useT();
  const format = useFormat();
  const shares = sharesOf({ conversion, purchase });
  const columns: Column<ComparedModel>[] = [
    { key: "model", header: t("conversions.models.model"), rowHeader: true, cell: (model) => t(`conversions.models.${model}`) },
    ...shares.map(({ championId, name, parts }) => ({
      key: championId,
      header: <span className="whitespace-normal wrap-anywhere">{name}</span>,
      numeric: true,
      cell: (model: ComparedModel) => format.money({ amountMinor: parts[model], currency: purchase.currency }),
    })),
  ];
  return <Table caption={t("conversions.models.title")} hideCaption dense columns={columns} rows={[...COMPARED_MODELS]} rowKey={(model) => model} />;
}

function sharesOf({ conversion, purchase }: Compared): Share[] {
  const { championId, linkId, touches, champions } = conversion;
  const owner = championId && linkId ? { championId, linkId } : null;
  const credits = compareModels({
    amountMinor: purchase.paidMinor,
    owner,
    touches: touches.map(({ id, ...touch }) => ({ ...touch, touchId: id })),
  });
  const ids = [...new Set(COMPARED_MODELS.flatMap((model) => credits[model].map((credit) => credit.championId)))];
  const part = (model: ComparedModel, id: string) =>
    credits[model].reduce((sum, credit) => (credit.championId === id ? sum + credit.amountMinor : sum), 0n);
  return ids.map((id) => ({
    championId: id,
    name: champions[id]?.name ?? "",
    parts: { first: part("first", id), last: part("last", id), linear: part("linear", id), position: part("position", id) },
  }));
}
