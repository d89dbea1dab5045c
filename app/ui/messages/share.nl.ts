import type { share as english } from "./share.en";
import type { Translated } from "./shape";

export const share: Translated<typeof english> = {};
