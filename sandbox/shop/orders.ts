import { randomInt } from "node:crypto";

/** What became of an order on account: `kept` counts for nobody, `counted` is somebody's recommendation. */
export type OrderState = "kept" | "counted" | "back";

export interface Order {
  number: string;
  /** Euro cents. */
  amount: number;
  state: OrderState;
}

const STATES: readonly OrderState[] = ["kept", "counted", "back"];
const MOST = 10;

/** A number that no order had before. */
export function newOrderNumber(now: Date): string {
  return `N-${now.toISOString().slice(0, 10).replaceAll("-", "")}-${String(randomInt(1_000_000_000)).padStart(9, "0")}`;
}

/** Reads the cookie with somebody's orders on account ("number*amount*state"); anything odd is left out. */
export function readOrders(cookie: string | undefined): Order[] {
  return (cookie ?? "").slice(0, 1_000).split(".").flatMap((part) => {
    const [number = "", amount = "", word = ""] = part.split("*");
    const state = STATES.find((each) => each === word);
    return /^N-\d{8}-\d{9}$/.test(number) && /^\d{1,9}$/.test(amount) && state ? [{ number, amount: Number(amount), state }] : [];
  });
}

/** The newest ten. */
export function writeOrders(orders: readonly Order[]): string {
  return orders.slice(-MOST).map(({ number, amount, state }) => `${number}*${amount}*${state}`).join(".");
}
