import { useT } from "../i18n";

interface PublishEffectProps {
  /** The number the next version gets. */
  next: number;
  versions: { number: number; referrals: number }[];
}

/** What publishing does and what it leaves alone (W2), told before the click. */
export function PublishEffect({ next, versions }: PublishEffectProps) {
  const t = useT();
  const kept = versions.filter(({ referrals }) => referrals > 0);
  return (
    <div className="measure flex flex-col gap-1">
      <p className="font-semibold">{t("settings.program.effect")}</p>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        <li>{t("settings.program.effectNew", { number: next })}</li>
        {kept.map(({ number, referrals }) => (
          <li key={number}>{t("settings.program.effectKept", { count: referrals, number })}</li>
        ))}
        {kept.length === 0 ? <li>{t("settings.program.effectNobody")}</li> : null}
      </ul>
    </div>
  );
}
