import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import { isTyping } from "~/ui/components/KeyHelp";

/**
 * j and k move, x selects, a approves, r refuses, u undoes, o opens: the desk without a mouse. Draws nothing. Each key
 * acts on the row that is marked on the screen at that moment, so it never meets a row that has just been left.
 */
export function QueueKeys() {
  const navigate = useNavigate();

  useEffect(() => {
    const press = (id: string) => document.getElementById(id)?.click();
    const shownRow = () => document.querySelector<HTMLElement>("tr[data-reward]:has([aria-current])");
    const somePicked = () => document.querySelector("#batch input[type=checkbox]:checked") !== null;

    function move(to: Element | null | undefined) {
      const id = to?.getAttribute("data-reward");
      if (!to || !id) return;
      const search = new URLSearchParams(window.location.search);
      search.set("reward", id);
      navigate(`?${search.toString()}`, { replace: true, preventScrollReset: true });
      to.scrollIntoView({ block: "nearest" });
    }

    const acts: Record<string, () => void> = {
      j: () => move(shownRow()?.nextElementSibling),
      k: () => move(shownRow()?.previousElementSibling),
      x: () => shownRow()?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click(),
      a: () => press(somePicked() ? "approve-selected" : "approve"),
      r: () => press(somePicked() ? "refuse-selected" : "refuse"),
      u: () => press("undo"),
      o: () => {
        const id = shownRow()?.dataset.reward;
        if (id) navigate(`/desk/rewards/${id}`);
      },
    };
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      // A ticked box keeps the focus, and the keys go on working there.
      const onBox = event.target instanceof HTMLInputElement && event.target.type === "checkbox";
      if ((isTyping(event.target) && !onBox) || document.querySelector("[role=dialog]")) return;
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate]);

  return null;
}
