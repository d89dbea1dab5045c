import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "../i18n";
import { Brand, Footer, SkipLink } from "./Frame";
import { NavList, type NavItem } from "./NavList";
import { SignOut } from "./SignOut";

interface PortalLayoutProps {
  /** The program on screen; without it (choosing one, the account) the menu is shorter. */
  slug?: string;
  children: ReactNode;
}

/** A champion's pages: a menu under the thumb on a phone, along the top on a wide screen. */
export function PortalLayout({ slug, children }: PortalLayoutProps) {
  const t = useT();
  const items = portalItems(slug);
  return (
    <div className="flex min-h-dvh flex-col pb-16 sm:pb-0 print:pb-0">
      <SkipLink />
      <header className="mx-auto flex w-full max-w-5xl items-center justify-between gap-4 px-5 py-3">
        <Link to={slug ? `/portal/${slug}` : "/portal"} className="target flex items-center rounded-lg">
          <Brand />
        </Link>
        <div className="flex items-center gap-4" data-print="none">
          <nav aria-label={t("common.nav.site")} className="max-sm:hidden">
            <NavList items={items} shape="row" />
          </nav>
          <SignOut />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="w-full flex-1 px-5 py-6 outline-none sm:py-10">
        {children}
      </main>
      <Footer />
      <nav
        aria-label={t("common.nav.site")}
        data-print="none"
        className="fixed inset-x-0 bottom-0 z-20 border-t border-hairline bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
      >
        <NavList items={items} shape="bar" />
      </nav>
    </div>
  );
}

function portalItems(slug: string | undefined): NavItem[] {
  const account: NavItem = { to: "/portal/account", label: "common.nav.account", icon: "person" };
  if (!slug) return [{ to: "/portal", label: "common.nav.programs", icon: "home", end: true }, account];
  return [
    { to: `/portal/${slug}`, label: "common.nav.home", icon: "home", end: true },
    { to: `/portal/${slug}/share`, label: "common.nav.share", icon: "share" },
    { to: `/portal/${slug}/links`, label: "common.nav.links", icon: "link" },
    account,
  ];
}
