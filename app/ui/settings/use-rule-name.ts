import { useCallback } from "react";
import { useT } from "../i18n";

/** What a trust rule is called, with its number; one without words shows its number. */
export function useRuleName(): (rule: string) => string {
  const t = useT();
  return useCallback(
    (rule) => {
      const key = `desk.rule.${rule}`;
      return t.has(key) ? `${rule} · ${t(key)}` : t("desk.rule.other", { rule });
    },
    [t],
  );
}
