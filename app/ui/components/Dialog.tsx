import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from "react";
import { useT } from "../i18n";
import { Icon } from "./Icon";

interface DialogProps {
  title: ReactNode;
  children: ReactNode;
  open: boolean;
  onClose: () => void;
}

/** A sheet above the page. The browser keeps the focus inside and gives it back; Escape and a click beside it close it. */
export function Dialog({ title, children, open, onClose }: DialogProps) {
  const t = useT();
  const heading = useId();
  const sheet = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (open && !sheet.current?.open) sheet.current?.showModal();
    if (!open) sheet.current?.close();
  }, [open]);

  // What lies beside the sheet belongs to the element too: its children fill all of the sheet itself.
  const clickBeside = ({ target, currentTarget }: MouseEvent) => (target === currentTarget ? onClose() : undefined);

  return (
    <dialog
      ref={sheet}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={clickBeside}
      className="fixed inset-x-0 top-auto bottom-0 m-0 max-h-[90dvh] w-full max-w-none overflow-y-auto rounded-t-lg bg-surface text-ink shadow-soft backdrop:bg-[rgb(20_19_15/55%)] sm:inset-0 sm:m-auto sm:h-fit sm:w-[min(34rem,92vw)] sm:rounded-lg"
    >
      <div className="flex flex-col gap-4 p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id={heading} className="text-lg">
            {title}
          </h2>
          <button type="button" onClick={onClose} aria-label={t("common.close")} className="target -mt-2 -mr-2 grid place-items-center">
            <Icon name="cross" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
