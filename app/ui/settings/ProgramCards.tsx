import type { ProgramStatus } from "~/programs/program";
import { Card } from "../components/Card";
import { EmptyState } from "../components/EmptyState";
import { LinkButton } from "../components/LinkButton";
import { useT } from "../i18n";
import { ProgramLinks } from "./ProgramLinks";
import { ProgramStatusPill } from "./ProgramStanding";

interface ProgramCardsProps {
  programs: { slug: string; status: ProgramStatus; title: string }[];
}

/** Every program with its state and the ways into it. */
export function ProgramCards({ programs }: ProgramCardsProps) {
  const t = useT();
  if (programs.length === 0) {
    return (
      <EmptyState title={t("settings.index.none")}>
        <p>{t("settings.index.noneBody")}</p>
      </EmptyState>
    );
  }
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg">{t("settings.index.programs")}</h2>
      {programs.map(({ slug, status, title }) => (
        <Card key={slug} title={title} aside={<ProgramStatusPill status={status} />}>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <LinkButton to={`/desk/settings/program/${slug}`} variant="secondary">
              {t("settings.index.rules")}
            </LinkButton>
            <ProgramLinks slug={slug} status={status} here="rules" />
          </div>
        </Card>
      ))}
    </section>
  );
}
