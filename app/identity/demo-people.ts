import type { Area } from "./session";
import type { StaffRole } from "./staff";

export interface DemoPerson {
  key: "champion" | "newcomer" | "owner" | "approver" | "second" | "finance" | "marketer";
  area: Area;
  firstName: string;
  email: string;
  locale: "en" | "nl";
  roles: StaffRole[];
}

/** The people of the demo who can be signed in as with one click; the seed makes them. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { key: "champion", area: "portal", firstName: "Mila", email: "mila@demo.example", locale: "nl", roles: [] },
  { key: "newcomer", area: "portal", firstName: "Noor", email: "noor@demo.example", locale: "nl", roles: [] },
  { key: "owner", area: "desk", firstName: "Olga", email: "olga@demo.example", locale: "en", roles: ["owner"] },
  { key: "approver", area: "desk", firstName: "Anton", email: "anton@demo.example", locale: "en", roles: ["approver"] },
  { key: "second", area: "desk", firstName: "Bea", email: "bea@demo.example", locale: "nl", roles: ["approver"] },
  { key: "finance", area: "desk", firstName: "Fleur", email: "fleur@demo.example", locale: "nl", roles: ["finance"] },
  { key: "marketer", area: "desk", firstName: "Marit", email: "marit@demo.example", locale: "nl", roles: ["marketer"] },
];
