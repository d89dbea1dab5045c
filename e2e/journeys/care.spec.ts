import { expect, test } from "../fixtures";
import { newestMail } from "../outside";
import { goToPay, joinFriends, payAtStripe, signInByMail, somebody, TEXTS } from "../people";

const { account } = TEXTS.en.portal;

test("a champion renames the code, pauses, chooses mails, and leaves", async ({ page, request, product }) => {
  test.setTimeout(120_000);
  const me = somebody("Tea");
  await goToPay(page, product, "guji-250g");
  await payAtStripe(page, { email: me.email });
  await signInByMail(page, product, { ...me, to: "/portal/friends/join", language: "en" });
  await joinFriends(page, { ...me, language: "en" });

  await test.step("a new code, and the old link goes on working", async () => {
    const renamed = somebody("New").code;
    await page.goto("/portal/friends/account");
    await page.getByLabel(TEXTS.en.portal.join.codeLabel, { exact: true }).fill(renamed);
    await page.getByRole("button", { name: account.saveCode }).click();
    await expect(page.getByText(account.renamed.replace("{code}", renamed))).toBeVisible();
    for (const code of [me.code, renamed]) {
      const visit = await request.get(`/l/${code}`);
      expect(visit.status()).toBe(200);
      expect(await visit.text()).toContain(me.firstName);
    }
  });

  await test.step("a pause says so on the landing page, and ends again", async () => {
    await page.getByRole("button", { name: account.pauseButton, exact: true }).click();
    await expect(page.getByText(account.paused)).toBeVisible();
    expect(await (await request.get(`/l/${me.code}`)).text()).toContain(TEXTS.en.share.landing.rest.title);
    await page.getByRole("button", { name: account.resume, exact: true }).click();
    await expect(page.getByText(account.resumed)).toBeVisible();
  });

  await test.step("one click in a mail stops that kind, and the account shows it", async () => {
    const mail = await newestMail(product, me.email, /^Welcome/);
    const link = /<([^>]+)>/.exec(mail.headers?.["List-Unsubscribe"] ?? "")?.[1] ?? "";
    // Looking stops nothing: scanners open every link.
    expect((await fetch(link)).status).toBe(200);
    await page.goto("/portal/account");
    const boxes = page.locator("input[name=wanted]");
    const before = await boxes.evaluateAll((all) => all.filter((box) => (box as HTMLInputElement).checked).length);
    const stopped = await fetch(link, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });
    expect(stopped.status).toBe(200);
    await page.reload();
    await expect(page.locator("input[name=wanted]:checked")).toHaveCount(before - 1);

    // Wanted again on the account's form, and stopped again on the page behind the link, whose button needs no script.
    for (const box of await boxes.all()) await box.check();
    await page.getByRole("button", { name: account.saveMails }).click();
    await expect(page.getByText(account.saved)).toBeVisible();
    await expect(page.locator("input[name=wanted]:checked")).toHaveCount(before);
    await page.goto(link);
    await page.getByRole("button", { name: TEXTS.en.mail.stop.submit }).click();
    await expect(page.getByText(/^Done\./)).toBeVisible();
    await page.getByRole("link", { name: TEXTS.en.mail.stop.choose }).click();
    await expect(page.locator("input[name=wanted]:checked")).toHaveCount(before - 1);
  });

  await test.step("the language is kept", async () => {
    await page.getByRole("button", { name: "Nederlands" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "nl");
    await page.goto("/p/friends");
    await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  });

  await test.step("leaving ends the links", async () => {
    const words = TEXTS.nl.portal.account;
    await page.goto("/portal/friends/account");
    await page.locator("summary", { hasText: words.leaveOpen }).click();
    await page.locator("form:has(input[value=leave])").getByRole("button").click();
    await expect(page).toHaveURL(/\/portal\/account\?left=friends/);
    await page.goto("/portal/friends");
    await expect(page).toHaveURL(/\/portal\/friends\/join/);
  });
});
