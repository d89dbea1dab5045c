import { useEffect, useId, useState, type ReactNode } from "react";
import { SHARE_CHANNELS, type ShareChannel } from "~/sharing/share-channel";
import { composeShareText, MAX_WORDS, partsFor, shareTarget, type KitTexts } from "~/sharing/share-text";
import { buttonStyle } from "~/ui/components/button-style";
import { Card } from "~/ui/components/Card";
import { CONTROL } from "~/ui/components/control-style";
import { CopyBox } from "~/ui/components/CopyBox";
import { Icon, type IconName } from "~/ui/components/Icon";
import { useT } from "~/ui/i18n";

interface ShareFormProps {
  slug: string;
  link: { id: string; code: string };
  lang: string;
  url: string;
  texts: KitTexts;
  /** The choice of the text's language. */
  children: ReactNode;
}

const ICONS: Partial<Record<ShareChannel, IconName>> = { native: "share", mail: "mail", copy: "copy" };

/** The share sheet is the first way to share; the longest label gets two columns. */
const WIDTHS: Partial<Record<ShareChannel, string>> = { native: "col-span-2 sm:col-span-4", copy: "col-span-2" };

/** Link, code and the champion's words with the line that stays, and a button per channel. */
export function ShareForm({ slug, link, lang, url, texts, children }: ShareFormProps) {
  const t = useT();
  const id = useId();
  const [words, setWords] = useState(texts.words);
  const [scripted, setScripted] = useState(false);
  const [said, setSaid] = useState<"copied" | "copyFailed" | null>(null);
  useEffect(() => setScripted(true), []);

  const go = `/portal/${slug}/share/go`;
  const pressed = (channel: ShareChannel) =>
    navigator.sendBeacon(go, new URLSearchParams({ channel, link: link.id }));
  const textFor = (channel: ShareChannel) => composeShareText(partsFor(texts, channel, words));

  async function copyText() {
    pressed("copy");
    const copied = await navigator.clipboard.writeText(textFor("copy")).then(() => true, () => false);
    setSaid(copied ? "copied" : "copyFailed");
  }

  function openSheet() {
    pressed("native");
    // Words, link and disclosure in one text: given apart, many targets keep the link only (L4).
    navigator.share({ text: textFor("native") }).catch(() => undefined);
  }

  const act: Partial<Record<ShareChannel, () => void>> = { copy: () => void copyText(), native: openSheet };
  // Both need JavaScript, and not every browser has a share sheet.
  const offered = SHARE_CHANNELS.filter((channel) =>
    channel === "native" ? scripted && "share" in navigator : channel === "copy" ? scripted : true,
  );
  return (
    <>
      <div className="flex flex-col gap-4">
        <CopyBox label={t("share.kit.link")} value={url} onCopied={() => pressed("copy")} />
        <CopyBox label={t("share.kit.code")} value={link.code} onCopied={() => pressed("copy")} />
      </div>
      <Card title={t("share.kit.channels")}>
        <div className="flex flex-col gap-1.5">
          <label htmlFor={id} className="font-semibold">
            {t("share.kit.words")}
          </label>
          <p id={`${id}-hint`} className="text-sm text-muted">
            {t("share.kit.wordsHint")}
          </p>
          <textarea
            id={id}
            rows={4}
            lang={lang}
            maxLength={MAX_WORDS}
            aria-describedby={`${id}-hint ${id}-locked`}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            readOnly={!scripted}
            className={CONTROL}
          />
          {children}
          <p id={`${id}-locked`} className="measure text-sm text-muted">
            {t("share.kit.locked")} <q lang={lang} className="text-ink">{texts.disclosure}</q>
          </p>
        </div>
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {offered.map((channel) => (
            <li key={channel} className={WIDTHS[channel] ?? ""}>
              {act[channel] ? (
                <button type="button" onClick={act[channel]} className={buttonStyle(channel === "native" ? "primary" : "secondary", "normal", true)}>
                  <Icon name={ICONS[channel] ?? "external"} />
                  {t(`share.kit.${channel}`)}
                </button>
              ) : (
                <a
                  // With JavaScript straight to the channel with the champion's own words; without by way of our address.
                  href={
                    (scripted ? shareTarget(channel, partsFor(texts, channel, words)) : null) ??
                    `${go}?channel=${channel}&link=${link.id}&lang=${lang}`
                  }
                  onClick={() => void pressed(channel)}
                  target={channel === "mail" || channel === "sms" ? undefined : "_blank"}
                  rel="noopener noreferrer"
                  className={buttonStyle("secondary", "normal", true)}
                >
                  <Icon name={ICONS[channel] ?? "external"} />
                  {t(`share.kit.${channel}`)}
                </a>
              )}
            </li>
          ))}
        </ul>
        <p role="status" className={said ? "text-sm font-semibold" : "sr-only"}>
          {said ? t(`share.kit.${said}`) : null}
        </p>
        <p className="measure text-sm text-muted">{t("share.kit.facebookNote")}</p>
      </Card>
    </>
  );
}
