import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const app = fileURLToPath(new URL("../..", import.meta.url));

/** Every source a friend's page, the share kit and the links are made of. */
const files = ["routes/go", "routes/portal", "sharing", "champions"].flatMap((folder) =>
  readdirSync(join(app, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .map((name) => join(folder, name)),
);

describe("nobody's address is asked for (L1)", () => {
  it("looks at the sources it speaks of", () => expect(files.length).toBeGreaterThan(60));

  it.each(files)("%s has no field or recipient for a friend's address", (name) => {
    const source = readFileSync(join(app, name), "utf8");
    expect(source).not.toMatch(/type="email"|autoComplete="email"|name="(e-?mail|to|recipient)"|z\.email\(/i);
    // A mail is opened without a recipient: the champion's own program asks for one.
    expect(source).not.toMatch(/mailto:(?!\?)/);
  });
});
