import { Form } from "@remix-run/react";
import { NOBODY } from "~/journeys/hand-pick";
import type { FoundPerson } from "~/journeys/find-people.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { FilterField } from "~/ui/components/FilterField";
import { LinkButton } from "~/ui/components/LinkButton";
import { useT } from "~/ui/i18n";

interface HandSearchProps {
  search: string;
  found: FoundPerson[] | null;
  /** Somebody has the sale now, so that it can become nobody's. */
  owned: boolean;
}

/** Looks for the champion by name, code or address; choosing one shows what it would do. */
export function HandSearch({ search, found, owned }: HandSearchProps) {
  const t = useT();
  const memberships = (found ?? []).flatMap(({ person, memberships: all }) => all.map((membership) => ({ person, ...membership })));
  const to = (champion: string) => `?${new URLSearchParams({ ...(search && { q: search }), champion }).toString()}`;
  return (
    <Card title={t("conversions.hand.search")}>
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
        <FilterField type="search" name="q" label={t("conversions.hand.who")} defaultValue={search} maxLength={200} autoComplete="off" />
        <Button icon="search">{t("conversions.submit")}</Button>
      </Form>
      {found && memberships.length === 0 ? <p role="status">{t("conversions.hand.nobodyFound")}</p> : null}
      {memberships.length > 0 ? (
        <ul className="flex flex-col divide-y divide-hairline">
          {memberships.map(({ championId, person, displayName, programSlug, status, code }) => (
            <li key={championId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span className="min-w-0">
                <span className="font-semibold">{displayName}</span>
                <span className="block text-sm wrap-anywhere text-muted">
                  {programSlug}, {t(`common.membership.${status}`)} · {code} · {person.email}
                </span>
              </span>
              <LinkButton to={to(championId)} variant="secondary" size="small">
                {t("conversions.hand.choose", { name: displayName })}
              </LinkButton>
            </li>
          ))}
        </ul>
      ) : null}
      {owned ? (
        <p>
          <LinkButton to={to(NOBODY)} variant="plain" size="small">
            {t("conversions.hand.chooseNobody")}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  );
}
