import type { ReactNode } from "react";
import type { ReferenceField, ReferenceOperation } from "~/http/api-reference";
import { CodeBlock } from "~/ui/components/CodeBlock";
import { Explain } from "~/ui/components/Explain";
import { Table, type Column } from "~/ui/components/Table";
import { useT } from "~/ui/i18n";

/** One operation: what it is for, its fields, examples and refusals; the English of the reference itself says so. */
export function OperationPart({ operation, children }: { operation: ReferenceOperation; children?: ReactNode }) {
  const t = useT();
  const { operationId, heading, scope, summary, description, fields, answers, refusals, examples } = operation;
  const columns: Column<ReferenceField>[] = [
    { key: "field", header: t("developers.columns.field"), rowHeader: true, cell: ({ name }) => <code>{name}</code> },
    { key: "place", header: t("developers.columns.place"), cell: ({ place }) => t(`developers.place.${place}`) },
    {
      key: "type",
      header: t("developers.columns.type"),
      cell: ({ type, required, place }) => (
        <>
          <span lang="en">{type}</span>
          {required && place !== "answer" ? <span className="text-muted">, {t("developers.required")}</span> : null}
        </>
      ),
    },
    { key: "meaning", header: t("developers.columns.meaning"), cell: ({ description: meaning }) => <span lang="en">{meaning.replaceAll("`", "")}</span> },
  ];
  return (
    <section id={operationId} aria-labelledby={`${operationId}-title`} className="flex scroll-mt-6 flex-col gap-4 border-t border-hairline pt-6">
      <header className="flex flex-col gap-1.5">
        <h3 id={`${operationId}-title`} lang="en" className="text-lg">
          {summary}
        </h3>
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <code className="break-all font-semibold">
            {heading}
          </code>
          <span className="text-sm text-muted">{scope ? t("developers.scope", { scope }) : t("developers.ofPages")}</span>
        </p>
        <p lang="en" className="measure">
          {description.replaceAll("`", "")}
        </p>
      </header>
      <Explain wide label={t("developers.fields", { operation: operationId })}>
        <Table caption={t("developers.fields", { operation: operationId })} hideCaption columns={columns} rows={fields} rowKey={({ place, name }) => `${place}.${name}`} dense />
      </Explain>
      {examples.map((example) => (
        <div key={example.title} className="flex flex-col gap-3">
          <h4 lang="en" className="font-semibold">
            {example.title}
          </h4>
          <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
            <CodeBlock label={t("developers.curl")} code={example.curl} />
            <CodeBlock label={t("developers.answer", { status: example.status })} code={example.answer} />
          </div>
          <Explain wide label={t("developers.javascript")}>
            <CodeBlock label={t("developers.javascript")} code={example.javascript} />
          </Explain>
        </div>
      ))}
      <Explain wide label={t("developers.statuses")}>
        <ul className="flex flex-col gap-1 text-sm">
          {answers.map(({ status, meaning }) => (
            <li key={status} lang="en">
              {t("developers.refused", { status, reasons: meaning.replaceAll("`", "") })}
            </li>
          ))}
          {refusals.map(({ status, reasons }) => (
            <li key={status}>{t("developers.refused", { status, reasons: reasons.join(", ") })}</li>
          ))}
        </ul>
      </Explain>
      {children}
    </section>
  );
}
