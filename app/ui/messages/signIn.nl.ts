import type { signIn as english } from "./signIn.en";
import type { Translated } from "./shape";

export const signIn: Translated<typeof english> = {};
