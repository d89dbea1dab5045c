import { useEffect, useState } from "react";
import type { ShareChannel } from "~/sharing/share-channel";
import { composeShareText, partsFor, type KitTexts } from "~/sharing/share-text";
import { buttonStyle } from "~/ui/components/button-style";
import { CopyBox } from "~/ui/components/CopyBox";
import { Icon, type IconName } from "~/ui/components/Icon";
import { LinkButton } from "~/ui/components/LinkButton";
import { useT } from "~/ui/i18n";

interface ShareNowProps {
  slug: string;
  link: { id: string; url: string };
  lang: string;
  texts: KitTexts;
}

const QUIET: { channel: ShareChannel; icon: IconName }[] = [
  { channel: "whatsapp", icon: "external" },
  { channel: "mail", icon: "mail" },
  { channel: "sms", icon: "external" },
  { channel: "linkedin", icon: "external" },
];

/** The one next thing: a big button (the device's own share sheet where there is one), four quiet ways, and the link. */
export function ShareNow({ slug, link, lang, texts }: ShareNowProps) {
  const t = useT();
  const [sheet, setSheet] = useState(false);
  useEffect(() => setSheet("share" in navigator), []);
  const go = `/portal/${slug}/share/go`;
  const pressed = (channel: ShareChannel) =>
    navigator.sendBeacon(go, new URLSearchParams({ channel, link: link.id }));

  function openSheet() {
    pressed("native");
    // Words, link and disclosure in one text: given apart, many targets keep the link only (L4).
    const text = composeShareText(partsFor(texts, "native", texts.words));
    navigator.share({ text }).catch(() => undefined);
  }

  return (
    <div className="flex flex-col gap-4">
      {sheet ? (
        <button
          type="button"
          onClick={openSheet}
          className={`${buttonStyle("primary", "normal", true)} min-h-14 text-lg`}
        >
          <Icon name="share" />
          {t("portal.home.share")}
        </button>
      ) : (
        <LinkButton to={`/portal/${slug}/share`} icon="share" wide>
          {t("portal.home.share")}
        </LinkButton>
      )}
      <ul className="grid grid-cols-2 gap-x-2 sm:grid-cols-4">
        {QUIET.map(({ channel, icon }) => (
          <li key={channel}>
            <a
              href={`${go}?channel=${channel}&link=${link.id}&lang=${lang}`}
              target={channel === "mail" || channel === "sms" ? undefined : "_blank"}
              rel="noopener noreferrer"
              className="target flex items-center gap-2 rounded-lg px-2 text-muted hover:text-ink hover:underline"
            >
              <Icon name={icon} className="size-4" />
              {t(`share.kit.${channel}`)}
            </a>
          </li>
        ))}
      </ul>
      <CopyBox label={t("portal.home.link")} value={link.url} onCopied={() => pressed("copy")} />
    </div>
  );
}
