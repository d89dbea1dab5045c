import type { HeardEvents } from "./heard-events";
import { hooksText, type HooksTextKey } from "./hooks-texts";
import type { Language } from "./texts";

interface HooksProps {
  language: Language;
  heard: HeardEvents;
  /** Whether the secret that was just pasted was none. */
  refused: boolean;
}

/** What Vouch told this shop, with the two things worth trying: closing for a while, and another secret. */
export function Hooks({ language, heard, refused }: HooksProps) {
  const t = (key: HooksTextKey, values?: Record<string, string>) => hooksText(language, key, values);
  const when = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium", timeZone: "Europe/Amsterdam" });
  const events = heard.list();
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("lead")}</p>
      {heard.open ? null : <p role="status" className="welcome">{t("closed")}</p>}
      {events.length === 0 ? (
        <p>{t(heard.listening ? "nothing" : "deaf")}</p>
      ) : (
        <ul className="lines told">
          {events.slice(0, 100).map(({ id, type, at, times, about, status }) => (
            <li key={id} id={id}>
              <span>
                <strong>{type}</strong>
                <br />
                <span className="hint">
                  {about} · {status}
                </span>
              </span>
              <time dateTime={at}>{when.format(new Date(at))}</time>
              <span>{times > 1 ? t("times", { times: String(times) }) : t("verified")}</span>
            </li>
          ))}
        </ul>
      )}
      <h2>{t("outage")}</h2>
      <p className="hint">{t("closeHint")}</p>
      <form method="post" action="/hooks/switch">
        <button className="quiet" name="open" value={heard.open ? "no" : "yes"}>
          {t(heard.open ? "close" : "open")}
        </button>
      </form>
      <form method="post" action="/hooks">
        <label htmlFor="secret">{t("secret")}</label>
        <input id="secret" name="secret" autoComplete="off" spellCheck={false} required aria-invalid={refused || undefined} aria-describedby="secret-hint" />
        <p id="secret-hint" className="hint">
          {t(refused ? "noSecret" : "secretHint")}
        </p>
        <button>{t("save")}</button>
      </form>
    </>
  );
}
