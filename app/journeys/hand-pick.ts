/** "Nobody brought this friend", as an address and a form write it in place of a champion (A19). */
export const NOBODY = "nobody";
