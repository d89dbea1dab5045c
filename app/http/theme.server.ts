import { isTheme, type Theme } from "~/ui/theme";
import { readCookie } from "./cookies.server";

export const THEME_COOKIE = "__Host-theme";

/** Light or dark when the visitor chose one; "system" follows the device. */
export function themeOf(request: Request): Theme {
  const chosen = readCookie(request, THEME_COOKIE);
  return isTheme(chosen) ? chosen : "system";
}
