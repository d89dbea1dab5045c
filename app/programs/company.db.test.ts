import { beforeAll, describe, expect, test } from "vitest";
import { aCompany, COMPANY } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { findCompanyLogo } from "./find-company-logo.server";
import { getCompany } from "./get-company.server";
import { saveCompany } from "./save-company.server";

// A red rectangle, drawn by a browser.
const PNG = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAACgAAAAkCAYAAAD7PHgWAAAAaklEQVR4AezSwQkAIRBD0cVqtgj7x660gkDgXwS/4GkmIM+MNf99" +
      "8x3f5ccH0g9SUEEqQPN2UEEqQPN2UEEqQPN2UEEqQPN2UEEqQPOvdJA65byC2aabKNg55S0Fs003UbBzylsKZptucgAAAP//0MbN3AAAAAZJREFUAwDbpVcBGnkxeAAAAABJRU5ErkJggg==",
    "base64",
  ),
);

let deps: TestDatabase;
beforeAll(async () => {
  deps = await testDatabase();
});

describe("the company", () => {
  test("goes by the product's name until it is set, and sends nobody anywhere", async () => {
    expect(await getCompany(deps)).toMatchObject({
      configured: false,
      name: "Vouch",
      allowedHosts: [],
      logoVersion: null,
    });
    expect(await findCompanyLogo(deps)).toBeNull();
  });

  test("is what was saved last", async () => {
    await aCompany(deps.db);
    expect(await getCompany(deps)).toEqual({ ...COMPANY, configured: true, logoVersion: null });
    await aCompany(deps.db, { name: "Red Kettle" });
    expect((await getCompany(deps)).name).toBe("Red Kettle");
  });

  test("must sell on a host of its list", async () => {
    await aCompany(deps.db);
    const elsewhere = { ...COMPANY, shopUrl: "https://other.example/" };
    await expect(saveCompany(elsewhere, deps)).rejects.toMatchObject({
      status: 422,
      userMessage: { key: "settings.issue.shopNotListed" },
    });
    expect((await getCompany(deps)).shopUrl).toBe(COMPANY.shopUrl);
  });
});

describe("the logo", () => {
  test("is kept with the type its bytes say, and a new version with every save", async () => {
    await saveCompany({ ...COMPANY, logo: PNG }, deps);
    const first = await getCompany(deps);
    expect(await findCompanyLogo(deps)).toEqual({
      bytes: PNG,
      type: "image/png",
      version: first.logoVersion,
    });
    deps.clock.advance({ minutes: 1 });
    await saveCompany(COMPANY, deps);
    expect((await findCompanyLogo(deps))?.bytes).toEqual(PNG);
    expect((await getCompany(deps)).logoVersion).not.toBe(first.logoVersion);
    await saveCompany({ ...COMPANY, logo: null }, deps);
    expect(await findCompanyLogo(deps)).toBeNull();
  });

  test.each([
    [
      "a drawing that can hold a script",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      "settings.issue.logoKind",
    ],
    ["more than 512 KB", Buffer.alloc(512 * 1024 + 1), "settings.issue.logoTooLarge"],
  ])("is refused when it is %s", async (_, bytes, key) => {
    await expect(saveCompany({ ...COMPANY, logo: Uint8Array.from(bytes) }, deps)).rejects.toMatchObject({
      userMessage: { key },
    });
    expect(await findCompanyLogo(deps)).toBeNull();
  });
});
