import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import type { QueueRow } from "~/rewards/list-queue.server";
import { isUndecidedView, type QueueView } from "~/rewards/queue-view";
import { Button } from "~/ui/components/Button";
import { DateTime } from "~/ui/components/DateTime";
import { Money } from "~/ui/components/Money";
import { StatusPill } from "~/ui/components/StatusPill";
import { useFormat, useT } from "~/ui/i18n";
import { writeItem } from "./decision-items";
import { PromisedHour } from "./PromisedHour";
import { useReasonWord } from "./use-reason-word";
import { useWhose } from "./use-whose";

export type ShownRow = Omit<QueueRow, "personId"> & { own: boolean };

interface QueueTableProps {
  view: QueueView;
  place: string;
  rows: ShownRow[];
  shownId: string | null;
  decides: boolean;
  now: Date;
}

/** The drawer as a dense table: what was promised first on top, a box per row where there is something to decide. */
export function QueueTable({ view, place, rows, shownId, decides, now }: QueueTableProps) {
  const t = useT();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const choosable = decides && isUndecidedView(view);
  const pick = (id: string, on: boolean) =>
    setPicked((before) => new Set(on ? [...before, id] : [...before].filter((each) => each !== id)));
  const head = "px-2.5 py-2 text-left text-sm font-semibold text-muted whitespace-nowrap";
  return (
    // Plain GET: the next page shows the effect before anything is done, with and without JavaScript.
    <Form method="get" action="/desk/queue/approve" id="batch" className="flex flex-col gap-3">
      <input type="hidden" name="place" value={place} />
      <div
        className="overflow-x-auto rounded-lg border border-hairline bg-surface"
        tabIndex={0}
        role="group"
        aria-label={t("desk.queue.table")}
      >
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{t("desk.queue.table")}</caption>
          <thead>
            <tr className="border-b border-edge">
              {choosable ? <td className={head} /> : null}
              <th scope="col" className={head}>
                {t("desk.queue.col.promised")}
              </th>
              <th scope="col" className={head}>
                {t("desk.queue.col.champion")}
              </th>
              <th scope="col" className={`${head} text-right`}>
                {t("desk.queue.col.amount")}
              </th>
              <th scope="col" className={`${head} max-md:hidden`}>
                {t("desk.queue.col.why")}
              </th>
              <th scope="col" className={`${head} max-2xl:hidden`}>
                {t("desk.queue.col.since")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.rewardId}
                row={row}
                view={view}
                place={place}
                shown={row.rewardId === shownId}
                now={now}
                choosable={choosable}
                picked={picked.has(row.rewardId)}
                onPick={pick}
              />
            ))}
          </tbody>
        </table>
      </div>
      {choosable && rows.some(canBePicked) ? (
        <SelectionBar rows={rows.filter(({ rewardId }) => picked.has(rewardId))} />
      ) : null}
    </Form>
  );
}

/** An appeal is answered on the reward's page, and one's own is somebody else's to decide. */
const canBePicked = ({ own, appealAnswerBy }: ShownRow): boolean => !own && appealAnswerBy === null;

interface RowProps {
  row: ShownRow;
  view: QueueView;
  place: string;
  shown: boolean;
  now: Date;
  choosable: boolean;
  picked: boolean;
  onPick: (id: string, on: boolean) => void;
}

function Row({ row, view, place, shown, now, choosable, picked, onPick }: RowProps) {
  const t = useT();
  const reasonWord = useReasonWord();
  const why = (code: string) => {
    const short = `desk.queue.why.${code}`;
    return t.has(short) ? t(short) : reasonWord(code);
  };
  const whose = useWhose();
  const { rewardId, own, appealAnswerBy } = row;
  const name = whose({ side: row.side, name: row.championName });
  const promisedAt = appealAnswerBy ?? row.decideBy;
  const undecided = isUndecidedView(view);
  const cell = "px-2.5 py-1.5 align-middle";
  return (
    <tr
      data-reward={rewardId}
      className={`border-b border-hairline last:border-0 ${
        shown ? "bg-sunken shadow-[inset_3px_0_0_var(--accent)]" : "hover:bg-sunken"
      }`}
    >
      {choosable ? (
        <td className={cell}>
          {!canBePicked(row) ? null : (
            <label className="flex min-h-9 min-w-9 items-center justify-center pointer-coarse:min-h-11 pointer-coarse:min-w-11">
              <span className="sr-only">{t("desk.queue.select", { name })}</span>
              <input
                type="checkbox"
                name="item"
                value={writeItem(row)}
                checked={picked}
                onChange={(event) => onPick(rewardId, event.currentTarget.checked)}
                className="size-5 accent-accent"
              />
            </label>
          )}
        </td>
      ) : null}
      <td className={`${cell} whitespace-nowrap`}>
        {undecided ? (
          <PromisedHour at={promisedAt} now={now} />
        ) : (
          <DateTime at={row.createdAt} show="day" />
        )}
      </td>
      <th scope="row" className={`${cell} text-left font-semibold`}>
        <Link
          to={`/desk/queue?${place}&reward=${rewardId}#panel`}
          preventScrollReset
          aria-current={shown ? "true" : undefined}
          className="row-link"
        >
          {name}
        </Link>
        <span className="ml-2 text-sm font-normal text-muted max-sm:hidden">{row.programSlug}</span>
        {own ? <span className="ml-2 text-sm font-normal text-muted">{t("desk.queue.own")}</span> : null}
      </th>
      <td className={`${cell} money text-right`}>
        <Money
          amountMinor={view === "refused" || appealAnswerBy ? row.grantedMinor : row.dueMinor}
          currency={row.currency}
        />
      </td>
      <td className={`${cell} max-md:hidden`}>
        {appealAnswerBy ? (
          <StatusPill tone="waiting">{t("desk.queue.appeal")}</StatusPill>
        ) : (
          why(row.reason ?? row.status)
        )}
      </td>
      <td className={`${cell} max-2xl:hidden`}>
        <DateTime at={row.createdAt} show="day" />
      </td>
    </tr>
  );
}

function SelectionBar({ rows }: { rows: ShownRow[] }) {
  const t = useT();
  const format = useFormat();
  const currency = rows[0]?.currency ?? "EUR";
  const sum = format.money({
    amountMinor: rows.reduce((total, { dueMinor }) => total + dueMinor, 0n),
    currency,
  });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button size="small" id="approve-selected">
        {t("desk.queue.approveSelected")}
      </Button>
      <Button size="small" variant="danger" id="refuse-selected" formAction="/desk/queue/refuse">
        {t("desk.queue.refuseSelected")}
      </Button>
      <p role="status" className="text-sm text-muted">
        {t("desk.queue.selected", { count: rows.length, sum })}
      </p>
    </div>
  );
}
