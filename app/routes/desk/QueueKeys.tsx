import { useNavigate, useSearchParams } from "@remix-run/react";
import { useEffect } from "react";
import { isTyping } from "~/ui/components/KeyHelp";
import type { ShownRow } from "./QueueTable";

interface QueueKeysProps {
  rows: ShownRow[];
  shownId: string | null;
}

/** j and k move, x selects, a approves, r refuses, u undoes, o opens: the desk without a mouse. Draws nothing. */
export function QueueKeys({ rows, shownId }: QueueKeysProps) {
  const navigate = useNavigate();
  const [search] = useSearchParams();

  useEffect(() => {
    const press = (id: string) => document.getElementById(id)?.click();
    const boxOf = (id: string | null) =>
      document.querySelector<HTMLInputElement>(`tr[data-reward="${id}"] input[type=checkbox]`);
    const somePicked = () => document.querySelector("#batch input[type=checkbox]:checked") !== null;

    function move(by: number) {
      const at = rows.findIndex(({ rewardId }) => rewardId === shownId);
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
      if (!next) return;
      const to = new URLSearchParams({ view: search.get("view") ?? "waiting", reward: next.rewardId });
      if (search.has("page")) to.set("page", search.get("page") ?? "1");
      navigate(`?${to.toString()}`, { replace: true, preventScrollReset: true });
      document.querySelector(`tr[data-reward="${next.rewardId}"]`)?.scrollIntoView({ block: "nearest" });
    }

    const acts: Record<string, () => void> = {
      j: () => move(1),
      k: () => move(-1),
      x: () => boxOf(shownId)?.click(),
      a: () => press(somePicked() ? "approve-selected" : "approve"),
      r: () => press(somePicked() ? "refuse-selected" : "refuse"),
      u: () => press("undo"),
      o: () => shownId && navigate(`/desk/rewards/${shownId}`),
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
  }, [navigate, rows, search, shownId]);

  return null;
}
