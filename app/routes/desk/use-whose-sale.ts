import type { ConversionDetail } from "~/attribution/get-conversion.server";
import { useFormat, useT } from "~/ui/i18n";
import { useReasonWord } from "./use-reason-word";

/** Whose a sale or sign-up is and why, in one sentence. */
export function useWhoseSale(): (conversion: ConversionDetail) => string {
  const t = useT();
  const format = useFormat();
  const reasonWord = useReasonWord();
  return ({ signUp, championId, champions, reason, trace, boundAt, program }) => {
    if (trace.some(({ check }) => check === "told_once")) return t("conversions.one.joined");
    const name = champions[championId ?? ""]?.name;
    if (!name) return t(signUp ? "conversions.one.nobodySignUp" : "conversions.one.nobody", { reason: reason ? reasonWord(reason) : "" });
    if (trace.some(({ check, outcome }) => check === "by_hand" && outcome === "pass")) return t("conversions.one.hand", { name });
    if (boundAt && trace.some(({ check, outcome }) => check === "bound_before" && outcome === "pass")) {
      return t("conversions.one.bound", { name, since: format.date(boundAt) });
    }
    const count = trace.filter(({ check }) => check === "which_touch").length;
    return count > 1 ? t(`conversions.one.${program?.model ?? "first"}`, { name, count }) : t("conversions.one.only", { name });
  };
}
