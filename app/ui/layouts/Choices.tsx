import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { LOCALES } from "~/platform/locale";
import { useDocument } from "../document";
import { useLocale, useT } from "../i18n";
import { THEMES } from "../theme";

const CHOICE =
  "inline-flex min-h-9 items-center rounded-lg px-2.5 text-sm pointer-coarse:min-h-11 aria-pressed:font-semibold " +
  "aria-pressed:underline aria-pressed:decoration-2 aria-pressed:underline-offset-4";

/** Language and colours: plain forms, so that they work without JavaScript and bring a whole new page. */
export function Choices() {
  const t = useT();
  const locale = useLocale();
  const { theme } = useDocument();
  return (
    <div data-print="none" className="-mx-2.5 flex flex-wrap gap-x-6">
      <ChoiceForm action="/language" label={t("common.language.label")}>
        {LOCALES.map((option) => (
          <button
            key={option}
            name="language"
            value={option}
            lang={option}
            aria-pressed={option === locale}
            className={CHOICE}
          >
            {t(`common.language.${option}`)}
          </button>
        ))}
      </ChoiceForm>
      <ChoiceForm action="/theme" label={t("common.theme.label")}>
        {THEMES.map((option) => (
          <button key={option} name="theme" value={option} aria-pressed={option === theme} className={CHOICE}>
            {t(`common.theme.${option}`)}
          </button>
        ))}
      </ChoiceForm>
    </div>
  );
}

function ChoiceForm({ action, label, children }: { action: string; label: string; children: ReactNode }) {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action={action} aria-label={label} className="flex flex-wrap items-center">
      <input type="hidden" name="back" value={pathname + search} />
      {children}
    </form>
  );
}
