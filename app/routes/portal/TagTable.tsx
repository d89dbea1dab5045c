import { OTHER_TAGS, type TagFigures } from "~/sharing/tag-figures";
import { Table } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";

/** What a link brought under each of the words that its champion put behind it. */
export function TagTable({ tags }: { tags: TagFigures[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <Table
      caption={t("linkTags.title")}
      dense
      rows={tags}
      rowKey={({ tag }) => tag}
      columns={[
        {
          key: "tag",
          header: t("linkTags.tag"),
          cell: ({ tag }) => <span className="inline-block min-w-20 wrap-anywhere">{tag === OTHER_TAGS ? t("linkTags.other") : tag}</span>,
          rowHeader: true,
        },
        { key: "visits", header: t("linkTags.visits"), cell: ({ visits }) => format.number(visits), numeric: true },
        { key: "claims", header: t("linkTags.claims"), cell: ({ claims }) => format.number(claims), numeric: true },
        { key: "orders", header: t("linkTags.orders"), cell: ({ orders }) => format.number(orders), numeric: true },
      ]}
    />
  );
}
