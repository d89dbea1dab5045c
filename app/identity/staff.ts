export const STAFF_ROLES = ["owner", "approver", "finance", "marketer"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export interface StaffStanding {
  personId: string;
  roles: StaffRole[];
  disabled: boolean;
}

/** Why a change of staff is refused. */
export type StaffRefusal = "no_role" | "last_owner" | "own_access";

/**
 * Whether `actorId` may give `target` these roles (null = take the desk away): there is always an owner left, and
 * nobody takes the keys from themselves.
 */
export function judgeStaffChange(
  actorId: string | null,
  target: StaffStanding,
  roles: readonly StaffRole[] | null,
  all: readonly StaffStanding[],
): StaffRefusal | null {
  if (roles?.length === 0) return "no_role";
  const staysOwner = roles?.includes("owner") ?? false;
  if (staysOwner || !isOwner(target)) return target.personId === actorId && roles === null ? "own_access" : null;
  if (!all.some((one) => one.personId !== target.personId && isOwner(one))) return "last_owner";
  return target.personId === actorId ? "own_access" : null;
}

function isOwner({ roles, disabled }: StaffStanding): boolean {
  return !disabled && roles.includes("owner");
}
