import type { reports as english } from "./reports.en";
import type { Translated } from "./shape";

export const reports: Translated<typeof english> = {};
