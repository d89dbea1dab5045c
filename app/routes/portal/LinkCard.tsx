import type { LinkWithFigures } from "~/journeys/list-links-with-figures.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { CopyBox } from "~/ui/components/CopyBox";
import { Explain } from "~/ui/components/Explain";
import { LinkButton } from "~/ui/components/LinkButton";
import { PostForm } from "~/ui/components/PostForm";
import { useFormat, useT } from "~/ui/i18n";
import { TagTable } from "./TagTable";

/** One link: where it is for, what it brought, and passing it on. */
export function LinkCard({ slug, link }: { slug: string; link: LinkWithFigures }) {
  const t = useT();
  const format = useFormat();
  const { visits, uncounted, claims, purchases } = link.figures;
  const figures = [
    { label: t("share.links.visits"), value: visits },
    { label: t("share.links.claims"), value: claims },
    { label: t("share.links.purchases"), value: purchases },
  ];
  return (
    <Card
      title={<span className="break-words">{link.label ?? t("share.links.main")}</span>}
      aside={<span className="text-sm text-muted">{t("share.links.created", { date: format.date(link.createdAt) })}</span>}
    >
      <dl className="grid grid-cols-3 gap-3">
        {figures.map(({ label, value }) => (
          <div key={label} className="flex flex-col-reverse justify-end">
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="money font-serif text-xl">{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      {uncounted > 0 ? <p className="text-sm text-muted">{t("share.links.visitsNote", { count: uncounted })}</p> : null}
      {visits + uncounted === 0 ? <p className="text-sm text-muted">{t("share.links.none")}</p> : null}
      {link.tags.length > 0 ? <TagTable tags={link.tags} /> : null}
      <CopyBox label={t("share.kit.link")} value={link.url} />
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <LinkButton to={`/portal/${slug}/share?link=${link.id}`} icon="share" variant="secondary">
          {t("share.links.share")}
        </LinkButton>
        {link.isMain ? null : (
          <Explain label={t("share.links.putAway")}>
            <PostForm>
              <input type="hidden" name="intent" value="away" />
              <input type="hidden" name="link" value={link.id} />
              <p className="text-sm text-muted">{t("share.links.putAwayHint")}</p>
              <Button variant="secondary">{t("share.links.putAway")}</Button>
            </PostForm>
          </Explain>
        )}
      </div>
    </Card>
  );
}
