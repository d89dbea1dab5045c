/** The box of every text control. */
export const CONTROL =
  "w-full min-h-11 rounded-lg border border-edge bg-surface px-3 py-2 text-ink " +
  "placeholder:text-muted aria-invalid:border-lost aria-invalid:border-2 disabled:opacity-60";
