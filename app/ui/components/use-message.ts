import { useCallback } from "react";
import type { UserMessage } from "~/platform/errors";
import { useT } from "../i18n";

/** Words for a message that a rule or an error named by key; a key without words gets a general sentence. */
export function useMessage(): (message: UserMessage) => string {
  const t = useT();
  return useCallback(
    ({ key, values }) => (t.has(key) ? t(key, values) : t("errors.field.notUnderstood")),
    [t]
  );
}
