import type { desk as english } from "./desk.en";
import type { Translated } from "./shape";

export const desk: Translated<typeof english> = {};
