import { useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useT } from "../i18n";

/** A thin line while the next page is fetched (a fast answer never shows it), and the new page's name for listeners. */
export function NavigationProgress() {
  const t = useT();
  const busy = useNavigation().state !== "idle";
  const { pathname } = useLocation();
  const [arrived, setArrived] = useState("");
  const shown = useRef(pathname);

  useEffect(() => {
    // A whole new document is read out by itself; only pages that came without one need their name said.
    if (shown.current === pathname) return;
    shown.current = pathname;
    setArrived(document.title);
  }, [pathname]);

  return (
    <div role="status" data-print="none">
      {busy ? <span className="loading-line fixed inset-x-0 top-0 z-50 h-0.5 origin-left bg-accent" /> : null}
      <span className="sr-only">{busy ? t("common.working") : arrived}</span>
    </div>
  );
}
