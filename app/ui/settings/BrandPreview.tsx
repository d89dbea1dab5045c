import { checkAccent, normalisedColour, type AccentInTheme } from "~/programs/accent";
import { useFormat, useT } from "../i18n";

const ENOUGH = 4.5;
/** Paper, ink and line of each theme, as in styles.css: the preview shows both at once, whatever the page wears. */
const PAPER = {
  light: { background: "#fbf8f3", color: "#1d1b16", borderColor: "#857e71" },
  dark: { background: "#14130f", color: "#f2eee6", borderColor: "#80796c" },
} as const;

interface BrandPreviewProps {
  name: string;
  accent: string;
  logoUrl: string | null;
}

/** Name, logo and accent on both papers, with the contrast that decides whether the accent can stay. */
export function BrandPreview({ name, accent, logoUrl }: BrandPreviewProps) {
  const t = useT();
  const colour = normalisedColour(accent);
  if (!colour) return <p className="text-muted">{t("settings.company.notAColour")}</p>;
  const { light, dark, suggestion } = checkAccent(colour);
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-4 sm:grid-cols-2">
        <Sample theme="light" look={light} name={name} logoUrl={logoUrl} />
        <Sample theme="dark" look={dark} name={name} logoUrl={logoUrl} />
      </div>
      {suggestion ? (
        <p className="flex items-center gap-2">
          <span className="size-5 rounded-full" style={{ background: suggestion }} />
          {t("settings.company.useSuggestion", { colour: suggestion })}
        </p>
      ) : null}
    </div>
  );
}

interface SampleProps extends Pick<BrandPreviewProps, "name" | "logoUrl"> {
  theme: keyof typeof PAPER;
  look: AccentInTheme;
}

function Sample({ theme, look, name, logoUrl }: SampleProps) {
  const t = useT();
  const format = useFormat();
  const label = theme === "light" ? t("settings.company.previewLight") : t("settings.company.previewDark");
  // Rounded down, so that 4.49 is not told as 4.5.
  const ratio = format.number(Math.floor(look.ratio * 10) / 10, 1);
  return (
    <figure className="flex flex-col gap-2">
      <div className="flex flex-col gap-3 rounded-lg border p-4" style={PAPER[theme]} aria-hidden="true">
        <span className="flex items-center gap-2.5 font-serif text-lg font-semibold">
          {logoUrl ? <img src={logoUrl} alt="" className="h-8 w-auto max-w-32 object-contain" /> : null}
          {name}
        </span>
        <span className="flex flex-wrap items-center gap-4">
          <span
            className="rounded-lg px-5 py-2 font-semibold"
            style={{ background: look.colour, color: look.onColour }}
          >
            {t("settings.company.previewButton")}
          </span>
          <span className="underline" style={{ color: look.colour }}>
            {t("settings.company.previewLink")}
          </span>
        </span>
      </div>
      <figcaption className="text-sm text-muted">
        {label}: {t("settings.company.ratio", { ratio })},{" "}
        {t(look.ratio >= ENOUGH ? "settings.company.enough" : "settings.company.tooLow")}
      </figcaption>
    </figure>
  );
}
