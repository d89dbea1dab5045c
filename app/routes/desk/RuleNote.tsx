import { useT } from "~/ui/i18n";

/** The number of a rule, and its text on a tap or a key, also without JavaScript. */
export function RuleNote({ rule }: { rule: string }) {
  const t = useT();
  const key = `conversions.rules.${rule}`;
  if (!t.has(key)) return <span className="block text-sm">{t("conversions.rule", { rule })}</span>;
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-7 pointer-coarse:min-h-11 cursor-pointer items-center pr-2 underline decoration-dotted underline-offset-3">
        {t("conversions.rule", { rule })}
      </summary>
      <span className="block pb-1">{t(key)}</span>
    </details>
  );
}
