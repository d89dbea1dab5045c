import type { Actor } from "./access-table";
import { expect } from "./fixtures";
import { somebody } from "./people";
import type { Product } from "./product";
import { apiVisitor, buyWithCode, demoVisitor, Visitor } from "./sessions";

/** One visitor per actor; the champion has a recommendation with a reward. */
export async function everybody(product: Product): Promise<Record<Actor, Visitor>> {
  const apiKey = await apiVisitor(product);
  for (const name of ["noor", "mila"]) {
    const known = await apiKey.json("/api/v1/customers", { customerExternalId: `access-${name}`, customerEmail: `${name}@demo.example` });
    expect(known.status).toBe(200);
  }
  const champion = await demoVisitor(product, "newcomer");
  const other = await demoVisitor(product, "champion");
  await buyWithCode(product, { email: somebody("Vriend").email, sku: "hand-mill", code: await memberCode(champion, "Noor", "NOOR-HIER") });
  await memberCode(other, "Mila", "MILA-HIER");
  return {
    anonymous: new Visitor(product),
    champion,
    other,
    marketer: await demoVisitor(product, "marketer"),
    approver: await demoVisitor(product, "approver"),
    finance: await demoVisitor(product, "finance"),
    owner: await demoVisitor(product, "owner"),
    apiKey,
  };
}

/** Joins the program unless that was done before. @returns the code of the main link */
async function memberCode(visitor: Visitor, displayName: string, code: string): Promise<string> {
  const page = await visitor.get("/portal/friends/join");
  if (page.status === 200) {
    const terms = /name="terms"[^>]*value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
    const joined = await visitor.post("/portal/friends/join", { displayName, code, accept: "on", terms });
    expect(joined.headers.get("location")).toBe("/portal/friends?welcome");
  }
  return codeOf(visitor);
}

/** The code of a champion's main link. */
export async function codeOf(champion: Visitor): Promise<string> {
  return /\/r\/([A-Z0-9-]+)/.exec(await (await champion.get("/portal/friends")).text())?.[1] ?? "";
}

/** Rows of the first champion, a person, a mail and what the shop was told, found where people find them. */
export async function idsOf({ champion, owner }: Record<Actor, Visitor>): Promise<Record<string, string>> {
  const first = async (visitor: Visitor, page: string, pattern: RegExp) => {
    const found = pattern.exec(await (await visitor.get(page)).text())?.[1];
    if (!found) throw new Error(`nothing like ${pattern} on ${page}`);
    return found;
  };
  await expect
    .poll(async () => (await champion.get("/portal/friends/rewards")).text(), { timeout: 90_000 })
    .toMatch(/\/portal\/friends\/rewards\/\w+/);
  const recommendation = await first(champion, "/portal/friends", /\/portal\/friends\/recommendations\/(\w+)/);
  const reward = await first(champion, "/portal/friends/rewards", /\/portal\/friends\/rewards\/(\w+)/);
  const person = await first(owner, "/desk/people?q=noor@demo.example", /\/desk\/people\/(\w+)/);
  const conversion = await first(owner, `/desk/rewards/${reward}`, /\/desk\/conversions\/(\w+)/);
  const mail = await first(owner, "/desk/mail", /\/desk\/mail\/(\w+)/);
  const webhook = await first(owner, "/desk/settings/webhooks", /\/desk\/settings\/webhooks\/(wh_\w+)/);
  const delivery = await first(owner, `/desk/settings/webhooks/${webhook}`, /\/deliveries\/(\w+)/);
  const account = await first(owner, "/desk/book", /\/desk\/book\/accounts\/(\w+)/);
  const batch = (await owner.post("/desk/batches", { act: "approve", place: "view=hold" })).headers.get("location")?.split("/").at(-1) ?? "";
  const booking = await first(owner, `/desk/book/accounts/${account}`, /\/desk\/book\/transactions\/(\w+)/);
  return {
    "/desk/book/accounts/:id": account,
    "/desk/book/transactions/:id": booking,
    "/portal/:slug/recommendations/:id": recommendation,
    "/portal/:slug/rewards/:id": reward,
    "/desk/rewards/:id": reward,
    "/desk/rewards/:id/ask": reward,
    "/desk/batches/:id": batch,
    "/desk/conversions/:id": conversion,
    "/desk/conversions/:id/by-hand": conversion,
    "/desk/people/:id": person,
    "/desk/mail/:id": mail,
    "/desk/settings/webhooks/:id": webhook,
    "/desk/settings/webhooks/:id/deliveries/:deliveryId": webhook,
    ":deliveryId": delivery,
  };
}

/** An address with everything filled in; a code nobody has where none is told. */
export function fill(address: string, ids: Record<string, string>): string {
  return address
    .replace(":id", ids[address] ?? "missing")
    .replace(":deliveryId", ids[":deliveryId"] ?? "missing")
    .replace(":slug", "friends")
    .replace(":code", ids[":code"] ?? "NOBODY-HAS-THIS")
    .replace(":token", "nonsense")
    .replace(":version", "1")
    .replace("*", "nothing-here");
}
