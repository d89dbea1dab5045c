import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { WhyNotAnswer } from "~/journeys/answer-why-not.server";
import type { WhyNotQuestion } from "~/rewards/why-not-question";
import { Card } from "~/ui/components/Card";
import { useFormat, useT } from "~/ui/i18n";
import { StandingPill, StandingSentence, useFriendName } from "./standing-words";

type Found = WhyNotAnswer["findings"][number];
type AboutLine = Extract<Found, { line: unknown }>;

interface WhyNotFindingsProps {
  slug: string;
  asked: WhyNotQuestion;
  answer: WhyNotAnswer;
  /** What can be done next. */
  children?: ReactNode;
}

/** What was found about a champion's own links and codes, in order. */
export function WhyNotFindings({ slug, asked, answer, children }: WhyNotFindingsProps) {
  const t = useT();
  const format = useFormat();
  const title = asked.day ? t("whyNot.foundDay", { day: format.date(answer.since) }) : t("whyNot.foundLately");
  return (
    <Card id="found" title={title}>
      <ol className="flex flex-col divide-y divide-hairline">
        {answer.findings.map((finding, i) => (
          <li key={i} className="py-4 first:pt-0 last:pb-0">
            {"line" in finding ? <LineFound slug={slug} found={finding} /> : <PlainFound found={finding} />}
          </li>
        ))}
      </ol>
      <p className="measure text-sm text-muted">{t("whyNot.about")}</p>
      {children}
    </Card>
  );
}

function LineFound({ slug, found: { kind, line, clause } }: { slug: string; found: AboutLine }) {
  const t = useT();
  const format = useFormat();
  const who = useFriendName()(line);
  const date = format.date(line.since);
  const when = t(line.byCode ? "whyNot.since.code" : "whyNot.since.link", { date });
  const week = line.boughtInWeek ? format.date(line.boughtInWeek) : "";
  const until = line.until ? format.dateTime(line.until) : "";
  return (
    <div className="flex flex-col items-start gap-2">
      <p className={`measure ${kind === "bought" ? "font-semibold" : ""}`}>{t(`whyNot.${kind}`, { who, when, date, week, until })}</p>
      {kind === "expired" ? null : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {kind === "waiting" || kind === "signed_up" ? null : <StandingPill status={line.status} />}
          <StandingSentence {...line} />
          {clause ? <span className="text-muted">{t("whyNot.clause", { number: clause })}</span> : null}
        </div>
      )}
      <Link to={`/portal/${slug}/recommendations/${line.id}`} className="link inline-flex min-h-11 items-center">
        {t("whyNot.see")}
      </Link>
    </div>
  );
}

function PlainFound({ found }: { found: Exclude<Found, AboutLine> }) {
  const t = useT();
  const format = useFormat();
  const values = { count: "count" in found ? found.count : 0, date: "at" in found ? format.date(found.at) : "" };
  return (
    <div className="measure flex flex-col gap-1">
      <p>{t(`whyNot.${found.kind}`, values)}</p>
      {found.kind === "nothing" ? <p className="text-muted">{t("whyNot.nothingNext")}</p> : null}
    </div>
  );
}
