import { Tabs } from "~/ui/components/Tabs";
import { useT } from "~/ui/i18n";

/** The ways to look at the book, what differs from Stripe, and its file. */
export function BookTabs({ here }: { here: "accounts" | "months" | "differences" | "export" }) {
  const t = useT();
  const tabs = [
    { to: "/desk/book", label: t("book.tabs.accounts"), here: here === "accounts" },
    { to: "/desk/book/months", label: t("book.tabs.months"), here: here === "months" },
    { to: "/desk/book/differences", label: t("book.tabs.differences"), here: here === "differences" },
    { to: "/desk/book/export", label: t("book.tabs.export"), here: here === "export" },
  ];
  return (
    <div data-print="none">
      <Tabs label={t("book.views")} tabs={tabs} />
    </div>
  );
}
