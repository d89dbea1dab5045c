import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "../i18n";
import { Brand, Footer, SkipLink } from "./Frame";

interface SiteLayoutProps {
  /** Without it no way to sign in is offered: on the sign-in page itself. */
  signIn?: boolean;
  children: ReactNode;
}

/** Public pages: a letter on paper. */
export function SiteLayout({ signIn = true, children }: SiteLayoutProps) {
  const t = useT();
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex w-full max-w-5xl items-center justify-between gap-4 px-5 py-4">
        <Link to="/" className="target flex items-center rounded-lg">
          <Brand />
        </Link>
        {signIn ? (
          <nav aria-label={t("common.nav.site")} data-print="none">
            <Link to="/sign-in" className="target flex items-center rounded-lg font-semibold text-accent">
              {t("common.nav.signIn")}
            </Link>
          </nav>
        ) : null}
      </header>
      <main id="content" tabIndex={-1} className="w-full flex-1 px-5 py-8 outline-none sm:py-12">
        {children}
      </main>
      <Footer />
    </div>
  );
}
