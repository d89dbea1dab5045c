/** A code works for ten minutes and takes five tries (ASVS 6.5, 6.6.3). */
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;
export const CODE_DIGITS = 8;

export interface CodeState {
  attempts: number;
  expiresAt: Date;
  consumedAt: Date | null;
}

/** Why a code is not looked at any more. */
export type DeadCode = "consumed" | "expired" | "used_up";

/** Whether a code may still be tried; its last millisecond is the one before `expiresAt`. */
export function judgeCode(code: CodeState, now: Date): "open" | DeadCode {
  if (code.consumedAt) return "consumed";
  if (now.getTime() >= code.expiresAt.getTime()) return "expired";
  return code.attempts >= CODE_TRIES ? "used_up" : "open";
}

/** What a person typed as a code, without the spaces and dashes people put in; null when it cannot be one. */
export function readTypedCode(typed: string): string | null {
  const digits = typed.normalize("NFKC").replace(/[\s\-–.]/g, "");
  return /^\d{8}$/.test(digits) ? digits : null;
}
