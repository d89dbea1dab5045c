import { useT } from "../i18n";

/** A form, because signing out changes something. */
export function SignOut() {
  const t = useT();
  return (
    <form method="post" action="/sign-out">
      <button className="min-h-9 rounded-lg text-sm text-muted underline underline-offset-3 hover:text-ink pointer-coarse:min-h-11">
        {t("common.signOut")}
      </button>
    </form>
  );
}
