import type { reasons as english } from "./reasons.en";
import type { Translated } from "./shape";

export const reasons: Translated<typeof english> = {};
