import { useT } from "../i18n";

/** A form, because signing out changes something. */
export function SignOut() {
  const t = useT();
  return (
    <form method="post" action="/sign-out">
      <button className="target rounded-lg px-3 text-sm text-muted hover:text-ink hover:underline">
        {t("common.signOut")}
      </button>
    </form>
  );
}
