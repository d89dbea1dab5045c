import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test as base, expect } from "playwright/test";
import { startProduct, type Product } from "./product";

export { expect };

interface WorkerFixtures {
  /** This worker's own copy of the product, started from the seeded data. */
  product: Product;
}

export const test = base.extend<object, WorkerFixtures>({
  product: [
    async ({}, use, worker) => {
      const folder = process.env.VOUCH_E2E_FOLDER ?? "";
      const dataDir = join(folder, `worker-${worker.workerIndex}`);
      // Keeps owner and mode: the database server runs as another user when we are root.
      execFileSync("cp", ["-a", join(folder, "template"), dataDir]);
      const product = await startProduct(dataDir, 4200 + 10 * worker.workerIndex);
      await use(product);
      await product.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

interface InboxMail {
  to: string[];
  subject: string;
  text: string;
  html: string;
}

/** The newest mail to somebody, once it is there. */
export async function newestMail(product: Product, to: string, subject: RegExp): Promise<InboxMail> {
  let found: InboxMail | undefined;
  await expect
    .poll(async () => {
      const answer = await fetch(`${product.inbox}/_control/mails?to=${encodeURIComponent(to)}`);
      const { mails } = (await answer.json()) as { mails: InboxMail[] };
      found = mails.find((mail) => subject.test(mail.subject));
      return found?.subject ?? "no such mail yet";
    })
    .toMatch(subject);
  return found as InboxMail;
}

/** The eight digits of a sign-in mail. */
export async function signInCode(product: Product, email: string): Promise<string> {
  const mail = await newestMail(product, email, /\d{4} ?\d{4}/);
  const code = /(\d{4}) ?(\d{4})/.exec(mail.subject);
  return `${code?.[1]}${code?.[2]}`;
}
