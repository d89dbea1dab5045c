import { expect, it } from "vitest";
import { entryChanges, kindChanges } from "./totals";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour));
const SCOPE = "champion_payable EUR";

it("adds entries of one quarter to the balance of their account and to what their kind of transaction did", () => {
  const entry = { accountId: "acc_1", scope: SCOPE, kind: "grant_reward", quarter: at(1) };
  expect(entryChanges([{ ...entry, amountMinor: -5n }, { ...entry, amountMinor: -3n }, { ...entry, quarter: at(2), amountMinor: 8n }])).toEqual([
    { measure: "balance", scope: "acc_1", quarter: at(1), changeMinor: -8n },
    { measure: "posted:grant_reward", scope: SCOPE, quarter: at(1), changeMinor: -8n },
    { measure: "balance", scope: "acc_1", quarter: at(2), changeMinor: 8n },
    { measure: "posted:grant_reward", scope: SCOPE, quarter: at(2), changeMinor: 8n },
  ]);
});

it("lets a balance change sides, and a late entry move every later balance", () => {
  // It stood at -5 from 01:00 and at 5 from 03:00; 7 come in at 02:00.
  const moved = [
    { accountId: "acc_1", quarter: at(3), balanceMinor: 12n, changeMinor: 7n },
    { accountId: "acc_1", quarter: at(2), balanceMinor: 2n, changeMinor: 7n },
  ];
  const changes = kindChanges(moved, new Map([["acc_1", SCOPE]]));
  const of = (wanted: string) => changes.filter(({ measure }) => measure === wanted).map(({ quarter, changeMinor }) => [quarter.getUTCHours(), changeMinor]);
  expect(of("debit")).toEqual([[2, 2n], [3, 5n]]);
  expect(of("credit")).toEqual([[2, -5n], [3, 5n]]);
  expect(of("open")).toEqual([[2, 0n], [3, 0n]]);
});
