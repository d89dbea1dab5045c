import { useFormat, useT } from "~/ui/i18n";
import { useReasonWord } from "./use-reason-word";

interface ComparedProps {
  values: Record<string, string | number | boolean | null>;
  /** Of the amounts; null where nothing was paid. */
  currency: string | null;
  /** The moment it was about is a sign-up; otherwise a payment. */
  signUp?: boolean;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What a rule compared, in words: moments, amounts, days. A name without words shows itself, so that nothing is hidden. */
export function Compared({ values, currency, signUp = false }: ComparedProps) {
  const t = useT();
  const format = useFormat();
  const reasonWord = useReasonWord();
  const shown = (name: string, value: string | number | boolean) => {
    if (typeof value === "boolean") return t(value ? "desk.compared.yes" : "desk.compared.no");
    if (name.endsWith("Minor") && currency) return format.money({ amountMinor: BigInt(value), currency });
    if (typeof value === "number") return format.number(value);
    const standing = `common.membership.${value}`;
    if (name === "status" && t.has(standing)) return t(standing);
    return MOMENT.test(value) ? format.dateTimeOfYear(new Date(value)) : reasonWord(value);
  };
  const words = Object.entries(values).flatMap(([name, value]) => {
    if (value === null) return [];
    const key = `desk.compared.${name === "at" && signUp ? "signedUpAt" : name}`;
    const count = typeof value === "number" ? value : 0;
    return t.has(key) ? t(key, { value: shown(name, value), count }) : `${name} ${shown(name, value)}`;
  });
  return words.length > 0 ? <>{words.join(" · ")}</> : null;
}
