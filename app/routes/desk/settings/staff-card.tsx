import { STAFF_ROLES, type StaffRole } from "~/identity/staff";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Explain } from "~/ui/components/Explain";
import { PostForm } from "~/ui/components/PostForm";
import { StatusPill } from "~/ui/components/StatusPill";
import { useFormat, useT } from "~/ui/i18n";
import { CheckboxGroup } from "~/ui/components/CheckboxGroup";

interface StaffCardProps {
  member: {
    personId: string;
    email: string;
    firstName: string | null;
    roles: StaffRole[];
    createdAt: Date;
    disabledAt: Date | null;
    lastSignInAt: Date | null;
    hasFactor: boolean;
  };
  me: boolean;
  editable: boolean;
  reply: unknown;
}

/** One member: who it is, what they may do, and the ways to change that. */
export function StaffCard({ member, me, editable, reply }: StaffCardProps) {
  const t = useT();
  const format = useFormat();
  const { personId, email, firstName, roles, createdAt, disabledAt, lastSignInAt, hasFactor } = member;
  const name = firstName ?? email;
  const seen = lastSignInAt
    ? t("signIn.staff.lastSignIn", { date: format.dateTime(lastSignInAt) })
    : t("signIn.staff.neverSignedIn");
  return (
    <Card
      title={me ? `${name} (${t("signIn.staff.you")})` : name}
      aside={<Standing disabled={disabledAt !== null} hasFactor={hasFactor} />}
    >
      <div className="flex flex-col gap-1">
        <p className="font-semibold">{format.list(roles.map((role) => t(`signIn.staff.roles.${role}`)))}</p>
        <p className="measure wrap-anywhere text-muted">
          {email}. {t("signIn.staff.since", { date: format.date(createdAt) })}, {seen}.
        </p>
      </div>
      {editable ? (
        <Explain label={t("signIn.staff.change")} open={reply ? true : undefined}>
          <PostForm reply={reply}>
            <input type="hidden" name="personId" value={personId} />
            <RoleBoxes roles={roles} />
            <div className="flex flex-wrap gap-3">
              <Button
                name="intent"
                value="save"
                variant="secondary"
                aria-label={t(disabledAt ? "signIn.staff.enableNamed" : "signIn.staff.saveNamed", { name })}
              >
                {t(disabledAt ? "signIn.staff.enable" : "signIn.staff.save")}
              </Button>
              {disabledAt || me ? null : (
                <Button name="intent" value="disable" variant="danger" aria-label={t("signIn.staff.disableNamed", { name })}>
                  {t("signIn.staff.disable")}
                </Button>
              )}
            </div>
          </PostForm>
        </Explain>
      ) : null}
    </Card>
  );
}

function Standing({ disabled, hasFactor }: { disabled: boolean; hasFactor: boolean }) {
  const t = useT();
  if (disabled) return <StatusPill tone="refused">{t("signIn.staff.disabled")}</StatusPill>;
  return hasFactor ? (
    <StatusPill tone="done">{t("signIn.staff.factor")}</StatusPill>
  ) : (
    <StatusPill tone="waiting">{t("signIn.staff.noFactor")}</StatusPill>
  );
}

/** What somebody may do; any number of roles. */
export function RoleBoxes({ roles }: { roles: readonly StaffRole[] }) {
  const t = useT();
  return (
    <CheckboxGroup
      name="roles"
      legend={t("signIn.staff.roles.label")}
      options={STAFF_ROLES.map((role) => ({
        value: role,
        label: t(`signIn.staff.roles.${role}`),
        hint: t(`signIn.staff.roles.${role}Hint`),
        checked: roles.includes(role),
      }))}
    />
  );
}
