import { useNavigation } from "@remix-run/react";
import { useT } from "../i18n";

/** A thin line while the next page is fetched; a fast answer never shows it. */
export function NavigationProgress() {
  const t = useT();
  const busy = useNavigation().state !== "idle";
  return (
    <div role="status" data-print="none">
      {busy ? (
        <span className="loading-line fixed inset-x-0 top-0 z-50 h-0.5 origin-left bg-accent">
          <span className="sr-only">{t("common.working")}</span>
        </span>
      ) : null}
    </div>
  );
}
