import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright/test";
import { databaseOf } from "../database";
import { expect, test } from "../fixtures";
import { newestMail } from "../outside";
import { signInByMail, somebody, TEXTS } from "../people";
import type { Product } from "../product";
import { addColleague } from "../sessions";

const { factor, security, setUp } = TEXTS.en.signIn;
const queue = TEXTS.en.desk.queue.title;

test("an authenticator app opens the desk: set up once, then at every sign-in, each code once", async ({ page, product }) => {
  const colleague = await aColleague(page, product);
  await page.getByRole("button", { name: security.totpStart }).click();
  await expect(page.getByRole("img", { name: security.totpQr })).toBeVisible();
  const secret = (await page.locator("code").innerText()).replace(/\s/g, "");
  const app = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 });
  const at = Date.now();
  const code = page.getByLabel(factor.totpLabel);
  await code.fill("000 000");
  await page.getByRole("button", { name: security.totpConfirm }).click();
  await expect(page.getByText(factor.totpWrong)).toBeVisible();
  await code.fill(app.generate({ timestamp: at }));
  await page.getByRole("button", { name: security.totpConfirm }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(queue);
  await newestMail(product, colleague.email, /authenticator app was added/);

  await signInAgain(page, product, colleague);
  await expect(page.getByRole("button", { name: factor.passkey })).toHaveCount(0);
  await page.goto("/desk/queue");
  await expect(page).toHaveURL(/\/desk\/sign-in\/factor/);
  await code.fill(app.generate({ timestamp: at }));
  await page.getByRole("button", { name: factor.totpSubmit }).click();
  await expect(page.getByText(factor.totpWrong)).toBeVisible();
  // The next code counts already: a clock may run half a minute fast.
  await code.fill(app.generate({ timestamp: at + 30_000 }));
  await page.getByRole("button", { name: factor.totpSubmit }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(queue);
});

test("a passkey opens the desk, and opens a sensitive page again once the proof has grown old", async ({ page, product }) => {
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  });
  const colleague = await aColleague(page, product);
  await page.getByLabel(security.passkeyLabel).fill("Laptop");
  await page.getByRole("button", { name: security.passkeyAdd }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(queue);

  await signInAgain(page, product, colleague);
  await page.getByRole("button", { name: factor.passkey }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(queue);

  await test.step("ten minutes later", async () => {
    const pool = databaseOf(product);
    const newcomer = "select person_id from staff_member order by created_at desc limit 1";
    await pool.query(`update session set stepped_up_at = stepped_up_at - interval '11 minutes' where person_id = (${newcomer})`);
    await pool.end();
  });
  await page.goto("/desk/security");
  await expect(page.getByText("Laptop", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: security.totpStart })).toHaveCount(0);
  await page.getByRole("link", { name: security.prove }).click();
  await page.getByRole("button", { name: factor.passkey }).click();
  await expect(page).toHaveURL(/\/desk\/security/);
  // Nobody locks themselves out: the only proof stays.
  await page.getByRole("button", { name: security.removeNamed.replace("{label}", "Laptop") }).click();
  await expect(page.getByText(security.lastFactor)).toBeVisible();
});

/** Added by the owner, signed in by mail, and on the page that asks for a second proof. */
async function aColleague(page: Page, product: Product) {
  const colleague = somebody("Kees");
  await addColleague(product, colleague.email, "approver");
  await signInAgain(page, product, colleague);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(setUp.title);
  return colleague;
}

async function signInAgain(page: Page, product: Product, { email }: { email: string }): Promise<void> {
  await page.context().clearCookies();
  await signInByMail(page, product, { email, to: "/desk/queue", language: "en", at: "/desk/sign-in" });
}
