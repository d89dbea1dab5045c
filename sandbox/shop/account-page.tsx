import { text, type Language, type TextKey } from "./texts";

interface AccountProps {
  language: Language;
  account: string | null;
  /** With room for the name that the page's script gets for its tokens. */
  named: boolean;
  /** What was typed and is no address. */
  refused?: string;
}

/** Who is signed in, or a field to do so. */
export function Account({ language, account, named, refused }: AccountProps) {
  const t = (key: TextKey, values?: Record<string, string>) => text(language, key, values);
  return (
    <>
      <h1>{t("account")}</h1>
      <p>{account ? t("signedIn", { account }) : t("signInWhy")}</p>
      <form method="post" action="/account">
        {account ? null : <AddressField language={language} refused={refused} hint={t("signInHint")} />}
        {named && !account ? <input type="hidden" id="vouch-reference" name="reference" defaultValue="" /> : null}
        <button>{t(account ? "signOut" : "signIn")}</button>
      </form>
      {account ? null : (
        <form method="post" action="/account/pass">
          <button className="quiet">{t("signInWithPass")}</button>
        </form>
      )}
      <p>
        <a href="/">{t("back")}</a>
      </p>
    </>
  );
}

interface AddressFieldProps {
  language: Language;
  refused?: string;
  hint?: string;
}

/** The field for an address, with what was wrong with the one that was typed. */
export function AddressField({ language, refused, hint }: AddressFieldProps) {
  const said = refused === undefined ? hint : text(language, "noAddress");
  return (
    <>
      <label htmlFor="email">{text(language, "email")}</label>
      <input
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={refused}
        aria-invalid={refused !== undefined || undefined}
        aria-describedby={said && "email-hint"}
      />
      {said && (
        <p id="email-hint" className="hint" role={refused === undefined ? undefined : "alert"}>
          {said}
        </p>
      )}
    </>
  );
}
