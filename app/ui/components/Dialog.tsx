import { Dialog as RadixDialog } from "radix-ui";
import type { ReactNode } from "react";
import { useT } from "../i18n";
import { Icon } from "./Icon";

interface DialogProps {
  /** The button that opens it; leave it out when `open` is steered from outside. */
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A question that must be answered before going on. Keeps the focus inside and gives it back. */
export function Dialog({ trigger, title, description, children, open, onOpenChange }: DialogProps) {
  const t = useT();
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger !== undefined ? <RadixDialog.Trigger asChild>{trigger}</RadixDialog.Trigger> : null}
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 bg-[rgb(20_19_15/55%)]" />
        <RadixDialog.Content
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className="fixed inset-x-0 bottom-0 z-50 flex max-h-[90dvh] flex-col gap-4 overflow-y-auto rounded-t-lg bg-surface p-6 shadow-soft sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[min(34rem,92vw)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg"
        >
          <div className="flex items-start justify-between gap-4">
            <RadixDialog.Title className="text-lg">{title}</RadixDialog.Title>
            <RadixDialog.Close
              aria-label={t("common.close")}
              className="target -mt-2 -mr-2 grid place-items-center"
            >
              <Icon name="cross" />
            </RadixDialog.Close>
          </div>
          {description !== undefined ? (
            <RadixDialog.Description className="text-muted">{description}</RadixDialog.Description>
          ) : null}
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
