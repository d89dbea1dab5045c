import { useT } from "~/ui/i18n";

/** What an account is called: the words of its kind, whosever it is. */
export function useAccountName(): (code: string) => string {
  const t = useT();
  return (code) => {
    const kind = code.split(":")[0] ?? code;
    const key = `desk.account.${kind}`;
    return t.has(key) ? t(key) : kind;
  };
}
