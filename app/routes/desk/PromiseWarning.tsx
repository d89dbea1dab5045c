import { Link } from "@remix-run/react";
import { Notice } from "~/ui/components/Notice";
import { useT } from "~/ui/i18n";

/** How many promises end within a day, before they break; nothing when none does. */
export function PromiseWarning({ count }: { count: number }) {
  const t = useT();
  if (count === 0) return null;
  return (
    <Notice tone="waiting">
      {t("promises.warning", { count })}{" "}
      <Link to="/desk/promises" className="underline">
        {t("promises.look")}
      </Link>
    </Notice>
  );
}
