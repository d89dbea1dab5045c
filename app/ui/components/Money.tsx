import type { Money as Amount } from "~/platform/money";
import { useFormat } from "../i18n";

interface MoneyProps extends Amount {
  /** `thanks`: an amount somebody receives, in the serif of the headings. */
  tone?: "plain" | "thanks";
}

/** An amount with figures of equal width, so that columns line up. */
export function Money({ tone = "plain", ...amount }: MoneyProps) {
  const format = useFormat();
  return <span className={tone === "thanks" ? "money font-serif" : "money"}>{format.money(amount)}</span>;
}
