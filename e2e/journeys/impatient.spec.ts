import type { Page, Request, Route } from "playwright/test";
import { expect, test } from "../fixtures";
import { hydrated } from "../hydrated";
import { demoSignIn, somebody, TEXTS } from "../people";

/** Who is quicker than the page is told what came of it all the same. */
const { settings, cookie, people, signIn } = TEXTS.en;
const { program, terms, company } = settings;

test.beforeEach(({ page }) => demoSignIn(page, "owner"));

test("what was pressed before a page listens is told, and stays told once it does", async ({ page }) => {
  test.setTimeout(60_000);
  const slug = await aDraft(page);
  const scripts = await holdScripts(page);
  const label = somebody("club").firstName;
  const rules = `/desk/settings/program/${slug}`;
  const acts = [
    {
      at: rules,
      fill: () => page.getByRole("radio", { name: new RegExp(`^${cookie.rule.off}`) }).check(),
      press: "Publish version 2",
      told: program.published.replace("{number}", "2"),
    },
    { at: rules, press: program.saveSetup, told: program.setupSaved },
    { at: `/desk/settings/terms/${slug}`, press: "Publish version 1", told: terms.published.replace("{number}", "1") },
    { at: rules, press: program.toLive, told: program.statusSaved.replace("{status}", settings.status.live) },
    { at: "/desk/settings/company", press: company.save, told: settings.saved },
    {
      at: "/desk/invitations",
      fill: () => page.getByLabel(people.invitations.label).fill(label),
      press: people.invitations.submit,
      told: people.invitations.made,
    },
    {
      at: "/desk/settings/keys",
      fill: async () => {
        await page.locator("summary", { hasText: signIn.keys.create }).click();
        await page.getByLabel(signIn.keys.name).fill(label);
      },
      press: signIn.keys.create,
      told: signIn.keys.madeHint,
    },
  ];
  for (const { at, fill, press, told } of acts) {
    await test.step(`${at}: ${press}`, async () => {
      scripts.hold();
      await page.goto(at, { waitUntil: "commit" });
      await fill?.();
      await page.getByRole("button", { name: press, exact: true }).click();
      await expect(page.getByText(told)).toBeVisible();
      await scripts.letIn();
      await hydrated(page);
      await expect(page.getByText(told)).toBeVisible();
    });
  }
});

test("a form is sent once, however quickly its button is pressed again", async ({ page }) => {
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await page.goto("/desk/invitations");
  await hydrated(page);
  const button = page.getByRole("button", { name: people.invitations.submit, exact: true });
  const presses = [() => button.dblclick(), () => button.evaluate((element: HTMLButtonElement) => [1, 2, 3].forEach(() => element.click()))];
  for (const press of presses) {
    const label = somebody("twice").firstName;
    posts.length = 0;
    await page.getByLabel(people.invitations.label).fill(label);
    await press();
    await expect(page.getByText(label)).toBeVisible();
    await hydrated(page);
    expect(posts).toHaveLength(1);
  }
});

test("an example that is answered while the page goes to the news of a publication does not keep it from there", async ({ page }) => {
  const slug = await aDraft(page);
  await hydrated(page);
  const isExample = (request: Request) => request.method() === "POST" && request.postData()?.includes("preview") === true;
  const asked = page.waitForRequest(isExample);
  const answered = page.waitForResponse((response) => isExample(response.request()));
  const onTheWay = page.waitForRequest(/\?.*done=published/);
  await page.route(`**/desk/settings/program/${slug}.data*`, async (route) => {
    if (isExample(route.request())) await onTheWay;
    else if (route.request().method() === "GET") await answered;
    await route.continue();
  });
  await page.getByLabel("Title, English").fill("Tell a neighbour");
  await asked;
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByText(program.published.replace("{number}", "2"))).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish version 3" })).toBeVisible();
});

/** A program nobody else writes at. Ends on its page. */
async function aDraft(page: Page): Promise<string> {
  const slug = somebody("prog").code.toLowerCase();
  await page.goto("/desk/settings");
  await page.getByLabel(settings.index.slug).fill(slug);
  await page.getByRole("button", { name: settings.index.createButton }).click();
  await expect(page).toHaveURL(new RegExp(`/program/${slug}$`));
  return slug;
}

/** Lets documents come and keeps their scripts back until told. */
async function holdScripts(page: Page) {
  let held: Route[] | null = null;
  await page.route(/\.js(\?|$)/, async (route) => {
    if (held) held.push(route);
    else await route.continue();
  });
  return {
    hold() {
      held = [];
    },
    async letIn() {
      const waiting = held ?? [];
      held = null;
      for (const route of waiting) await route.continue();
    },
  };
}
