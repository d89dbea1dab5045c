import { useT } from "~/ui/i18n";

/** What kind of booking it is, in words. */
export function useBookingName(): (kind: string) => string {
  const t = useT();
  return (kind) => {
    const key = `desk.booking.${kind}`;
    return t.has(key) ? t(key) : kind;
  };
}
