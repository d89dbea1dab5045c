import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright/test";
import { expect, test } from "../fixtures";
import { complaintsAbout } from "../look";
import { signInCode } from "../outside";
import { demoSignIn, signInByMail, somebody, TEXTS } from "../people";
import type { Product } from "../product";
import { addColleague, knownCustomer } from "../sessions";

// Other pages stand at an address of their own: `looks.spec` opens them one after another.
test.describe.configure({ mode: "parallel" });

for (const language of ["nl", "en"] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language === "nl" ? "nl-NL" : "en-GB", viewport: { width: 390, height: 844 }, colorScheme: "light" });
    const { signIn, portal } = TEXTS[language];

    test("the pages on the way into the portal are accessible in both themes and fit a phone", async ({ page, product }) => {
      test.setTimeout(120_000);
      const me = somebody("Lies");
      await knownCustomer(product, me.email);
      const complaints: string[] = [];
      const look = async (here: string) => complaints.push(...(await complaintsAbout(page, here)));

      await askForCode(page, "/sign-in", me.email);
      await look("/sign-in/code");
      await page.getByLabel(signIn.code.label, { exact: true }).fill("0000 0000");
      await page.getByRole("button", { name: signIn.code.submit }).click();
      await expect(page.getByRole("alert")).toBeVisible();
      await look("/sign-in/code after a wrong code");
      await page.getByLabel(signIn.code.label, { exact: true }).fill(await signInCode(product, me.email));
      await page.getByRole("button", { name: signIn.code.submit }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(portal.chooser.title);
      await look("/portal without a program");

      await page.goto("/portal/friends/join");
      await page.locator("summary").click();
      await look("/portal/friends/join");
      await enter(page, product, "friends", { displayName: "Lies", code: me.code });
      await page.goto("/portal/makers/join");
      await look("/portal/makers/join by application");
      await enter(page, product, "makers", { displayName: "Lies", code: `M-${me.code}`, note: "My own table." });
      await page.goto("/portal/makers/join");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(portal.join.waiting.title);
      await look("/portal/makers/join while waiting");
      await page.goto("/portal");
      await expect(page.getByText(portal.chooser.lead)).toBeVisible();
      await look("/portal with two programs");
      expect(complaints).toEqual([]);
    });

    test("the pages on the way into the desk and to a decision are, too", async ({ page, product }) => {
      test.setTimeout(120_000);
      const { email } = somebody("Rik");
      await addColleague(product, email, "approver");
      const complaints: string[] = [];
      const look = async (here: string) => complaints.push(...(await complaintsAbout(page, here)));

      await askForCode(page, "/desk/sign-in", email);
      await look("/desk/sign-in/code");
      await signInByMail(page, product, { email, to: "/desk/queue", language, at: "/desk/sign-in" });
      await page.getByRole("button", { name: signIn.security.totpStart }).click();
      await expect(page.getByLabel(signIn.factor.totpLabel)).toBeVisible();
      await look("/desk/sign-in/set-up with an app that waits");
      const app = new TOTP({ secret: Secret.fromBase32((await page.locator("code").innerText()).replace(/\s/g, "")) });
      await page.getByLabel(signIn.factor.totpLabel).fill(app.generate());
      await page.getByRole("button", { name: signIn.security.totpConfirm }).click();
      await expect(page).toHaveURL(/\/desk\/queue/);
      await page.context().clearCookies();
      await signInByMail(page, product, { email, to: "/desk/queue", language, at: "/desk/sign-in" });
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(signIn.factor.title);
      await look("/desk/sign-in/factor");

      await demoSignIn(page, "owner");
      await page.goto("/desk/queue?view=waiting");
      const item = await page.locator("tr[data-reward] input[name=item]").first().getAttribute("value");
      for (const decision of ["approve", "refuse"]) {
        const here = `/desk/queue/${decision}?place=view%3Dwaiting&item=${item}`;
        await page.goto(here);
        await expect(page).toHaveURL(here);
        await look(here);
      }
      expect(complaints).toEqual([]);
    });
  });
}

async function askForCode(page: Page, at: string, email: string): Promise<void> {
  await page.goto(at);
  await page.locator("input[name=email]").fill(email);
  await page.locator("form:has(input[name=email]) button").click();
  await expect(page).toHaveURL(`${at}/code`);
}

/** Joins a program, or asks to: the form on screen, sent with these answers. */
async function enter(page: Page, product: Product, slug: string, answers: Record<string, string>): Promise<void> {
  const terms = await page.locator("input[name=terms]").inputValue();
  const form = { ...answers, terms, accept: "on" };
  const sent = await page.request.post(`/portal/${slug}/join`, { form, headers: { Origin: product.url }, maxRedirects: 0 });
  expect(sent.status()).toBe(303);
}
