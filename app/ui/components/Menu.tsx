import { useEffect, useRef, type ReactNode } from "react";

interface MenuProps {
  label: ReactNode;
  children: ReactNode;
  /** Which edge of the button the sheet keeps to. */
  align?: "start" | "end";
  /** Opens upwards: for a button at the foot of the screen. */
  up?: boolean;
}

/** A small sheet of links and forms under a button. Opens without JavaScript; with it, Escape and a click elsewhere close it. */
export function Menu({ label, children, align = "end", up = false }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = (event: Event) => {
      const menu = details.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        menu.querySelector("summary")?.focus();
      } else if (menu.contains(event.target as Node) && !(event.target as Element).closest("a")) return;
      menu.open = false;
    };
    document.addEventListener("click", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("click", close);
      document.removeEventListener("keydown", close);
    };
  }, []);

  return (
    <details ref={details} className="group relative">
      <summary className="target flex list-none items-center justify-center gap-2 rounded-lg px-3 py-2 font-semibold hover:bg-sunken">
        {label}
      </summary>
      <div
        className={`absolute z-30 flex w-max max-w-[min(20rem,90vw)] flex-col gap-1 rounded-lg border border-hairline bg-surface p-2 shadow-soft ${
          align === "end" ? "right-0" : "left-0"
        } ${up ? "bottom-full mb-2" : "top-full mt-2"}`}
      >
        {children}
      </div>
    </details>
  );
}
