import { useEffect, useRef, type ReactNode } from "react";
import { Notice } from "~/ui/components/Notice";

/** What stands in the answer to a form and nowhere else: it takes the focus, wherever on the page the form was. */
export function ShownOnce({ title, children }: { title: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="done" live title={title}>
        {children}
      </Notice>
    </div>
  );
}
