import type { settings as english } from "./settings.en";
import type { Translated } from "./shape";

export const settings: Translated<typeof english> = {};
