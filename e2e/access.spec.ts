import { allAddresses } from "./addresses";
import { ACCESS, ACTORS } from "./access-table";
import { everybody, fill, idsOf } from "./everybody";
import { expect, test } from "./fixtures";
import type { Visitor } from "./sessions";

test("every address has a row in the access table, and every row an address", () => {
  expect(Object.keys(ACCESS).sort()).toEqual(allAddresses().sort());
});

test("each address answers each kind of visitor as the table says", async ({ product }) => {
  test.setTimeout(240_000);
  const visitors = await everybody(product);
  const ids = await idsOf(visitors);
  const told: string[] = [];
  const wanted: string[] = [];
  for (const [address, methods] of Object.entries(ACCESS)) {
    for (const method of ["GET", "POST"] as const) {
      const answers: string[] = [];
      for (const actor of ACTORS) {
        // Signing somebody out would end the session of all that follows.
        if (method === "POST" && address === "/sign-out" && actor !== "anonymous") answers.push("303");
        else answers.push(allowedEitherWay(method, address, await answerOf(visitors[actor], method, fill(address, ids))));
      }
      told.push(`${method} ${address}: ${answers.join(" ")}`);
      wanted.push(`${method} ${address}: ${spread(methods[method])}`);
    }
  }
  expect(told).toEqual(wanted);
});

/** The newest mail can be sent again or not, whichever it is: both say that this visitor may ask. */
function allowedEitherWay(method: string, address: string, answer: string): string {
  return method === "POST" && address === "/desk/mail/:id" && answer === "409" ? "303" : answer;
}

/** One word for all actors, or one for each. */
function spread(row: string): string {
  const words = row.split(" ");
  return ACTORS.map((_, i) => words[words.length === 1 ? 0 : i]).join(" ");
}

/** The status; a way to a sign-in page is told as `in`, any other redirect as where it leads. */
async function answerOf(visitor: Visitor, method: "GET" | "POST", path: string): Promise<string> {
  const answer = method === "GET" ? await visitor.get(path) : await visitor.post(path);
  await answer.arrayBuffer();
  const location = answer.headers.get("location");
  if (!location) return String(answer.status);
  if (/^\/sign-in\?to=/.test(location)) return "in";
  if (/^\/desk\/sign-in\?to=/.test(location)) return "desk-in";
  return `${answer.status}`;
}
