import type { ReactNode } from "react";
import { useCompany } from "../company";
import { useT } from "../i18n";
import { Choices } from "./Choices";

/** First stop of the keyboard: past the menus, to what the page is about. */
export function SkipLink() {
  const t = useT();
  return (
    <a
      href="#content"
      className="sr-only rounded-lg bg-surface px-4 py-3 font-semibold focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
    >
      {t("common.skip")}
    </a>
  );
}

/** The company's mark: its logo where there is one, always its name. */
export function Brand() {
  const { name, logoUrl } = useCompany();
  return (
    <span className="flex items-center gap-2.5 font-serif text-lg font-semibold">
      {logoUrl ? <img src={logoUrl} alt="" className="h-8 w-auto max-w-32 object-contain" /> : null}
      {name}
    </span>
  );
}

export function Footer({ children }: { children?: ReactNode }) {
  const t = useT();
  const { name, supportEmail } = useCompany();
  return (
    <footer className="mx-auto flex w-full max-w-5xl flex-col gap-3 border-t border-hairline px-5 py-6 text-sm text-muted">
      {children}
      <p>
        {t("common.footer.data", { company: name })}{" "}
        {supportEmail ? (
          <a href={`mailto:${supportEmail}`} className="link">
            {t("common.footer.help", { email: supportEmail })}
          </a>
        ) : null}
      </p>
      <Choices />
    </footer>
  );
}
