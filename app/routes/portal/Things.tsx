import { Card } from "~/ui/components/Card";
import { Icon, type IconName } from "~/ui/components/Icon";
import { useT } from "~/ui/i18n";

/** What can be printed or shown: poster, picture and QR code, each with the disclosure on it (L4). */
export function Things({ slug, query }: { slug: string; query: string }) {
  const t = useT();
  const files = [
    { path: "poster.pdf", label: t("share.kit.poster"), icon: "download" },
    { path: "card.png", label: t("share.kit.card"), icon: "download" },
    { path: "qr.png", label: t("share.kit.qrPng"), icon: "download" },
    { path: "qr.svg", label: t("share.kit.qrSvg"), icon: "download" },
    { path: "qr", label: t("share.kit.qrPrint"), icon: "print" },
  ] as const satisfies { path: string; label: string; icon: IconName }[];
  return (
    <Card title={t("share.kit.things")}>
      <p className="measure text-muted">{t("share.kit.thingsLead")}</p>
      <img
        src={`/portal/${slug}/card.png${query}`}
        alt={t("share.kit.cardAlt")}
        width={1200}
        height={630}
        loading="lazy"
        className="h-auto w-full rounded-sm border border-hairline"
      />
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {files.map(({ path, label, icon }) => (
          <li key={path}>
            <a href={`/portal/${slug}/${path}${query}`} className="target inline-flex items-center gap-2 font-semibold text-accent">
              <Icon name={icon} />
              <span className="underline underline-offset-3">{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
