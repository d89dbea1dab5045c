import { isApiScope } from "~/identity/api-key";
import { EmptyState } from "~/ui/components/EmptyState";
import { useFormat, useT } from "~/ui/i18n";
import { KeyHead, KeyUse, type KeyLife } from "./key-parts";
import { RevokeKey } from "./revoke-key";

export interface ShownKey extends KeyLife {
  id: string;
  name: string;
  scopes: string[];
}

/** All keys with what they may do, when they were used and the way to take them back. */
export function KeyList({ keys, editable }: { keys: ShownKey[]; editable: boolean }) {
  const t = useT();
  const format = useFormat();
  if (keys.length === 0) return <EmptyState title={t("signIn.keys.none")} />;
  return keys.map((key) => (
    <article key={key.id} aria-label={key.name} className="flex flex-col gap-1 border-t border-hairline pt-4">
      <KeyHead name={key.name} revokedAt={key.revokedAt} />
      <p>{format.list(key.scopes.map((scope) => (isApiScope(scope) ? t(`signIn.keys.${scope}`) : scope)))}</p>
      <KeyUse life={key} />
      {editable && !key.revokedAt ? <RevokeKey intent="revoke" id={key.id} name={key.name} /> : null}
    </article>
  ));
}
