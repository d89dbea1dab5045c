import { useCallback } from "react";
import { useT } from "~/ui/i18n";

/** A reason code or a status in words, for staff; a code without words shows itself, so that nothing is hidden. */
export function useReasonWord(): (code: string) => string {
  const t = useT();
  return useCallback(
    (code) => {
      // Staff may know what the champion reads as one reason (S10).
      for (const key of [`reasons.staff.${code}`, `reasons.${code}`, `desk.status.${code}`])
        if (t.has(key)) return t(key);
      return code;
    },
    [t],
  );
}
