import type { portal as english } from "./portal.en";
import type { Translated } from "./shape";

export const portal: Translated<typeof english> = {};
