import { useEffect, useState } from "react";
import { useT } from "../i18n";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

interface KeyHelpProps {
  keys: { key: string; does: string }[];
}

/** The keys of a page, under a button and under "?". Shows itself once the keys work, so never without JavaScript. */
export function KeyHelp({ keys }: KeyHelpProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [listening, setListening] = useState(false);
  const [touched, setTouched] = useState(false);

  useEffect(() => {
    setListening(true);
    // A phone has no keys to explain.
    setTouched(window.matchMedia("(hover: none) and (pointer: coarse)").matches);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event.target)) setOpen((was) => !was);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <Button
        type="button"
        variant="secondary"
        size="small"
        aria-keyshortcuts="?"
        aria-haspopup="dialog"
        hidden={!listening || touched}
        onClick={() => setOpen(true)}
      >
        {t("common.keys.open")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("common.keys.title")}>
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
          {keys.map(({ key, does }) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded-sm border border-edge bg-sunken px-2 py-0.5 font-mono text-sm">
                  {key}
                </kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}

/** Whether a key belongs to a field, not to the page. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
