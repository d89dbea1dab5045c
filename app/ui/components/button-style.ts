export type ButtonVariant = "primary" | "secondary" | "plain" | "danger";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent border-transparent hover:shadow-soft hover:brightness-95",
  secondary: "bg-surface text-ink border-edge hover:border-ink",
  plain: "bg-transparent text-accent border-transparent underline underline-offset-3 hover:decoration-2",
  danger: "bg-surface text-lost border-lost hover:bg-lost-ground",
};

const SIZES = {
  normal: "min-h-11 px-5 py-2",
  /** For dense tables on the desk; grows to a full target under a finger. */
  small: "min-h-9 px-3 py-1 text-sm pointer-coarse:min-h-11",
};

export type ButtonSize = keyof typeof SIZES;

export function buttonStyle(
  variant: ButtonVariant = "primary",
  size: ButtonSize = "normal",
  wide = false
): string {
  return [
    "inline-flex min-w-11 items-center justify-center gap-2 rounded-lg border font-semibold text-center",
    "transition-[box-shadow,border-color,filter] duration-150 disabled:opacity-60 aria-disabled:opacity-60",
    VARIANTS[variant],
    SIZES[size],
    wide ? "w-full" : "",
  ].join(" ");
}
