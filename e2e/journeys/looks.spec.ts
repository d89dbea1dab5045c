import { wordArea } from "../../app/ui/word-area";
import { allAddresses } from "../addresses";
import { everybody, fill, idsOf } from "../everybody";
import { expect, test } from "../fixtures";
import { complaintsAbout } from "../look";
import { demoSignIn } from "../people";

/** Who looks at each page, with a query where the page needs one. */
const PAGES: Record<string, { as: "nobody" | "newcomer" | "owner"; query?: string }> = {
  "/": { as: "nobody" },
  "/p/:slug": { as: "nobody" },
  "/p/:slug/terms": { as: "nobody" },
  "/sign-in": { as: "nobody" },
  "/sign-in/link/:token": { as: "nobody" },
  "/email-change/confirm/:token": { as: "nobody" },
  "/email-change/cancel/:token": { as: "nobody" },
  "/mail/stop/:token": { as: "nobody" },
  "/r/*": { as: "nobody" },
  "/l/:code": { as: "nobody" },
  "/l/:code/claim": { as: "nobody" },
  "/developers": { as: "nobody" },
  "/developers/shop": { as: "nobody" },
  "/desk/sign-in": { as: "nobody" },
  "/desk/decide/:token": { as: "nobody" },
  "/demo/sign-in": { as: "nobody" },
  "/*": { as: "nobody" },
  "/email-change": { as: "newcomer" },
  "/portal/account": { as: "newcomer" },
  "/portal/:slug": { as: "newcomer" },
  "/portal/:slug/recommendations/:id": { as: "newcomer" },
  "/portal/:slug/why-not": { as: "newcomer", query: "?happened=code" },
  "/portal/:slug/rewards": { as: "newcomer" },
  "/portal/:slug/rewards/:id": { as: "newcomer" },
  "/portal/:slug/account": { as: "newcomer" },
  "/portal/:slug/share": { as: "newcomer" },
  "/portal/:slug/links": { as: "newcomer" },
  "/portal/:slug/qr": { as: "newcomer" },
  "/desk/sign-in/set-up": { as: "owner" },
  "/desk/queue": { as: "owner" },
  "/desk/promises": { as: "owner", query: "?kind=reward" },
  "/desk/batches": { as: "owner" },
  "/desk/batches/:id": { as: "owner" },
  "/desk/rewards/:id": { as: "owner" },
  "/desk/rewards/:id/ask": { as: "owner" },
  "/desk/conversions": { as: "owner" },
  "/desk/conversions/:id": { as: "owner" },
  "/desk/conversions/:id/by-hand": { as: "owner", query: "?q=mila@demo.example&champion=nobody" },
  "/desk/people": { as: "owner", query: "?q=noor@demo.example" },
  "/desk/people/:id": { as: "owner" },
  "/desk/applications": { as: "owner" },
  "/desk/invitations": { as: "owner" },
  "/desk/questions": { as: "owner" },
  "/desk/donations": { as: "owner" },
  "/desk/gifts": { as: "owner" },
  "/desk/prizes": { as: "owner" },
  "/desk/book": { as: "owner", query: "?kind=champion_pending" },
  "/desk/book/accounts/:id": { as: "owner" },
  "/desk/book/transactions/:id": { as: "owner" },
  "/desk/book/months": { as: "owner" },
  "/desk/book/differences": { as: "owner" },
  "/desk/book/export": { as: "owner" },
  "/desk/security": { as: "owner" },
  "/desk/mail": { as: "owner" },
  "/desk/mail/:id": { as: "owner" },
  "/desk/settings": { as: "owner" },
  "/desk/settings/company": { as: "owner" },
  "/desk/settings/program/:slug": { as: "owner" },
  "/desk/settings/terms/:slug": { as: "owner" },
  "/desk/settings/trust/:slug": { as: "owner" },
  "/desk/settings/causes": { as: "owner" },
  "/desk/settings/prizes": { as: "owner" },
  "/desk/settings/simulate/:slug": { as: "owner" },
  "/desk/settings/staff": { as: "owner" },
  "/desk/settings/keys": { as: "owner" },
  "/desk/settings/integration": { as: "owner" },
  "/desk/settings/webhooks": { as: "owner" },
  "/desk/settings/webhooks/:id": { as: "owner" },
  "/desk/settings/webhooks/:id/deliveries/:deliveryId": { as: "owner" },
  "/marketing": { as: "owner" },
  "/marketing/rows": { as: "owner", query: "?of=purchases" },
};

/** Pages that stand only in the middle of a flow (`looks-on-the-way`, `donation`, `points` and `ask-champion` look at those), and addresses that are no pages. */
const ELSEWHERE = [
  ...["/portal/:slug/cause", "/portal/:slug/payout", "/portal/:slug/prizes", "/portal/:slug/rewards/:id/gift", "/portal/:slug/rewards/:id/question"],
  ...["/portal", "/portal/:slug/join", "/sign-in/code", "/desk/sign-in/code", "/desk/sign-in/factor", "/desk/queue/approve", "/desk/queue/refuse"],
  ...["/language", "/theme", "/logo/:version", "/sign-out", "/desk", "/desk/sign-in/passkey", "/portal/:slug/join/check", "/portal/:slug/share/go"],
  ...["/l/:code/card.png", "/portal/:slug/poster.pdf", "/portal/:slug/card.png", "/portal/:slug/qr.svg", "/portal/:slug/qr.png", "/marketing.csv", "/desk/book/file"],
  ...["/api/v1/browser/offer", "/api/v1/browser/claim", "/api/v1/browser/lead"],
  ...["/api/v1/*", "/api/v1/openapi.json", "/webhooks/stripe", "/webhooks/resend", "/demo/clock"],
];

test("every address is looked at here, or named as looked at elsewhere", () => {
  expect([...Object.keys(PAGES), ...ELSEWHERE].sort()).toEqual(allAddresses().sort());
});

/** One page takes this long at most on a machine with other work; two passes of axe and two widths. */
const A_LOOK_MS = 15_000;

/** One look for each visitor and each download of words. */
function everyLook(): Map<string, { who: "nobody" | "newcomer" | "owner"; pages: [string, { query?: string }][] }> {
  const looks: ReturnType<typeof everyLook> = new Map();
  for (const [address, page] of Object.entries(PAGES)) {
    const title = `what ${page.as} sees (${wordArea(address)})`;
    const look = looks.get(title) ?? { who: page.as, pages: [] };
    look.pages.push([address, page]);
    looks.set(title, look);
  }
  return looks;
}

// The longest file: its tests go to whichever worker is free.
test.describe.configure({ mode: "parallel" });

for (const locale of ["nl-NL", "en-GB"]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale, viewport: { width: 390, height: 844 }, colorScheme: "light" });

    for (const [title, { who, pages }] of everyLook()) {
      test(`${title} is accessible in both themes, fits a phone and loads cleanly`, async ({ page, product }) => {
        test.setTimeout(30_000 + pages.length * A_LOOK_MS);
        const visitors = await everybody(product);
        const ids = { ...(await idsOf(visitors)), ":code": await codeOf(visitors) };
        const complaints: string[] = [];
        const language = locale.slice(0, 2);
        let here = "";
        // What a browser says about an answer of 404 is no fault of the page.
        page.on("console", (line) => line.type() === "error" && !/status of 40/.test(line.text()) && complaints.push(`${here}: ${line.text()}`));
        page.on("pageerror", (error) => complaints.push(`${here}: ${error.message}`));
        if (who !== "nobody") await demoSignIn(page, who);
        for (const [address, { query = "" }] of pages) {
          here = fill(address, ids) + query;
          await page.goto(here);
          await expect(page.locator("html"), here).toHaveAttribute("lang", language);
          complaints.push(...(await complaintsAbout(page, here)));
        }
        expect(complaints).toEqual([]);
      });
    }
  });
}

async function codeOf({ champion }: Awaited<ReturnType<typeof everybody>>): Promise<string> {
  return /\/r\/([A-Z0-9-]+)/.exec(await (await champion.get("/portal/friends")).text())?.[1] ?? "";
}
