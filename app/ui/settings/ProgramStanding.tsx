import { Link } from "@remix-run/react";
import { nextStatuses, type ProgramStatus } from "~/programs/program";
import { Button } from "../components/Button";
import { Card } from "../components/Card";
import { Explain } from "../components/Explain";
import { Notice } from "../components/Notice";
import { PostForm } from "../components/PostForm";
import { StatusPill, type StatusTone } from "../components/StatusPill";
import { useT } from "../i18n";

const TONE: Record<ProgramStatus, StatusTone> = {
  draft: "waiting",
  live: "done",
  paused: "waiting",
  ended: "neutral",
};

const STANDING = {
  draft: "standingDraft",
  live: "standingLive",
  paused: "standingPaused",
  ended: "standingEnded",
} as const;

export function ProgramStatusPill({ status }: { status: ProgramStatus }) {
  const t = useT();
  return <StatusPill tone={TONE[status]}>{t(`settings.status.${status}`)}</StatusPill>;
}

interface ProgramStandingProps {
  slug: string;
  status: ProgramStatus;
  hasTerms: boolean;
  /** Owners only see the buttons. */
  mayChange: boolean;
  reply: unknown;
}

/** Whether people see the program, and the steps from here: live, pause, the end. */
export function ProgramStanding({ slug, status, hasTerms, mayChange, reply }: ProgramStandingProps) {
  const t = useT();
  const steps = nextStatuses(status).filter((to) => to !== "ended" && (to !== "live" || hasTerms));
  return (
    <Card title={t("settings.program.standing")} aside={<ProgramStatusPill status={status} />}>
      <p className="measure">{t(`settings.program.${STANDING[status]}`)}</p>
      {hasTerms ? null : (
        <Notice tone="waiting">
          {t("settings.program.needsTerms")}{" "}
          <Link to={`/desk/settings/terms/${slug}`} className="link">
            {t("settings.program.writeTerms")}
          </Link>
        </Notice>
      )}
      {mayChange ? (
        <PostForm reply={reply} className="flex flex-col gap-3">
          <input type="hidden" name="intent" value="status" />
          <div className="flex flex-wrap gap-3">
            {steps.map((to) => (
              <Button key={to} name="to" value={to} variant={to === "live" ? "primary" : "secondary"}>
                {t(
                  to === "paused"
                    ? "settings.program.toPaused"
                    : status === "paused"
                      ? "settings.program.resume"
                      : "settings.program.toLive",
                )}
              </Button>
            ))}
          </div>
          {nextStatuses(status).includes("ended") ? (
            <Explain label={t("settings.program.endTitle")}>
              <p>{t("settings.program.endBody")}</p>
              <div>
                <Button name="to" value="ended" variant="danger">
                  {t("settings.program.toEnded")}
                </Button>
              </div>
            </Explain>
          ) : null}
        </PostForm>
      ) : null}
    </Card>
  );
}
