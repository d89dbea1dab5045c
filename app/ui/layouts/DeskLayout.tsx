import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "../components/Icon";
import { Menu } from "../components/Menu";
import { useT } from "../i18n";
import { Choices } from "./Choices";
import { Brand, SkipLink } from "./Frame";
import { NavList, type NavItem } from "./NavList";
import { SignOut } from "./SignOut";

export type DeskRole = "owner" | "approver" | "finance" | "marketer";

interface DeskLayoutProps {
  roles: readonly DeskRole[];
  staffName: string;
  /** How many rewards wait for a person, how many applications, questions, differences from Stripe, and gifts, prizes and donations where there are any. */
  waiting?: { queue?: number; applications?: number; questions?: number; differences?: number; gifts?: number | null; prizes?: number | null; donations?: number | null };
  children: ReactNode;
}

/** The desk and marketing's pages: a ledger with its tabs down the left side. */
export function DeskLayout({ roles, staffName, waiting = {}, children }: DeskLayoutProps) {
  const t = useT();
  const items = deskItems(roles, waiting);
  return (
    <div className="flex min-h-dvh flex-col lg:flex-row">
      <SkipLink />
      <header
        data-print="none"
        className="flex shrink-0 items-center justify-between gap-4 border-hairline bg-surface p-3 max-lg:border-b lg:sticky lg:flex-col lg:items-stretch lg:justify-start lg:top-0 lg:h-dvh lg:w-60 lg:overflow-y-auto lg:border-r"
      >
        <Link to={items[0]?.to ?? "/desk"} className="target flex items-center rounded-lg px-2">
          <Brand />
        </Link>
        <nav aria-label={t("common.nav.site")} className="lg:hidden">
          <Menu
            label={
              <>
                <Icon name="menu" />
                {t("common.nav.menu")}
              </>
            }
          >
            <NavList items={items} shape="column" />
          </Menu>
        </nav>
        <nav aria-label={t("common.nav.site")} className="max-lg:hidden">
          <NavList items={items} shape="column" />
        </nav>
        <div className="flex flex-col gap-2 px-3 max-lg:hidden lg:mt-auto">
          <Identity staffName={staffName} />
          <Choices />
        </div>
      </header>
      <div className="flex min-w-0 flex-1 flex-col">
        <main id="content" tabIndex={-1} className="w-full flex-1 px-4 py-6 outline-none lg:px-8 print:p-0">
          {children}
        </main>
        <footer data-print="none" className="border-t border-hairline px-4 py-3 lg:hidden">
          <Identity staffName={staffName} />
          <Choices />
        </footer>
      </div>
    </div>
  );
}

function Identity({ staffName }: { staffName: string }) {
  const t = useT();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3">
      <p className="text-sm">{t("common.signedInAs", { name: staffName })}</p>
      <SignOut />
    </div>
  );
}

/** Each role sees the pages it may open. */
function deskItems(roles: readonly DeskRole[], waiting: NonNullable<DeskLayoutProps["waiting"]>): NavItem[] {
  const decides = roles.some((role) => role !== "marketer");
  const items: NavItem[] = [];
  if (decides) {
    items.push(
      { to: "/desk/queue", label: "common.nav.queue", icon: "list", count: waiting.queue },
      { to: "/desk/people", label: "common.nav.people", icon: "people" },
      { to: "/desk/conversions", label: "common.nav.conversions", icon: "cart" },
      {
        to: "/desk/applications",
        label: "common.nav.applications",
        icon: "form",
        count: waiting.applications,
      },
      { to: "/desk/questions", label: "common.nav.questions", icon: "question", count: waiting.questions },
      ...(typeof waiting.gifts === "number" ? [{ to: "/desk/gifts", label: "common.nav.gifts", icon: "heart", count: waiting.gifts } as const] : []),
      ...(typeof waiting.prizes === "number" ? [{ to: "/desk/prizes", label: "common.nav.prizes", icon: "heart", count: waiting.prizes } as const] : []),
      { to: "/desk/mail", label: "common.nav.mail", icon: "mail" },
    );
  }
  if (roles.some((role) => role === "finance" || role === "owner")) items.push({ to: "/desk/book", label: "common.nav.book", icon: "book", count: waiting.differences });
  if (typeof waiting.donations === "number" && roles.some((role) => role === "finance" || role === "owner"))
    items.push({ to: "/desk/donations", label: "common.nav.donations", icon: "heart", count: waiting.donations });
  items.push({ to: "/marketing", label: "common.nav.marketing", icon: "chart" });
  if (roles.includes("owner"))
    items.push({ to: "/desk/settings", label: "common.nav.settings", icon: "gear" });
  items.push({ to: "/desk/security", label: "common.nav.security", icon: "shield" });
  return items;
}
