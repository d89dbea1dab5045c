import type { MembershipOfPerson } from "~/journeys/show-person.server";
import { Button } from "~/ui/components/Button";
import { Field } from "~/ui/components/Field";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { useFormat, useT } from "~/ui/i18n";

interface OpenClaimPartProps {
  membership: MembershipOfPerson;
  /** Whether the person looking may write it off. */
  allowed: boolean;
  reply: unknown;
}

/** What a champion owes back, from when on it may be written off, and the way to do so (M12). */
export function OpenClaimPart({ membership: { championId, claim }, allowed, reply }: OpenClaimPartProps) {
  const t = useT();
  const format = useFormat();
  if (!claim) return null;
  const amount = format.money(claim);
  return (
    <div className="flex flex-col gap-3 border-l-2 border-edge pl-4">
      <p className="measure">{t("people.person.claim.open", { amount, since: format.date(claim.since) })}</p>
      {claim.due ? null : (
        <p className="measure text-muted">
          {t("people.person.claim.later", { from: format.date(claim.writeOffFrom) })}
        </p>
      )}
      {claim.due && allowed ? (
        <PostForm reply={reply}>
          <input type="hidden" name="champion" value={championId} />
          <Field name="reason" label={t("people.person.claim.reason")} hint={t("people.person.claim.reasonHint")}>
            <TextInput maxLength={300} autoComplete="off" />
          </Field>
          <div>
            <Button>{t("people.person.claim.writeOff", { amount })}</Button>
          </div>
        </PostForm>
      ) : null}
    </div>
  );
}
