import { useCallback } from "react";
import { useT } from "~/ui/i18n";

/** The words for a reason code; one without words sends the champion to support rather than to a riddle. */
export function useReason(): (code: string) => string {
  const t = useT();
  return useCallback(
    (code) => {
      const key = `reasons.${code}`;
      return t.has(key) ? t(key) : t("portal.reward.reasonOther");
    },
    [t],
  );
}
