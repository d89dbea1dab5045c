import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "~/platform/errors";
import { translator } from "~/ui/i18n.server";
import { parseForm } from "./form.server";

const schema = z.object({
  firstName: z.string().min(2).max(40),
  email: z.email(),
  code: z
    .string()
    .regex(/^[A-Z]+$/, "errors.field.choose")
    .optional(),
  kinds: z
    .array(z.enum(["a", "b"]))
    .max(2)
    .optional(),
  days: z.number().int().min(1).max(90).optional(),
  agreed: z.boolean().optional(),
});

function posted(fields: [string, string][]): Request {
  return new Request("http://localhost/", { method: "POST", body: new URLSearchParams(fields) });
}

const valid: [string, string][] = [
  ["firstName", "Anna"],
  ["email", "anna@example.com"],
];

async function refused(fields: [string, string][]) {
  const form = await parseForm(posted(fields), schema, { forget: ["code"] });
  if (form.ok) throw new Error("the form passed");
  expect(form.answer.init).toEqual({ status: 422 });
  return form.answer.data;
}

describe("parseForm", () => {
  it("turns fields into typed values", async () => {
    const form = await parseForm(
      posted([...valid, ["kinds", "a"], ["kinds", "b"], ["days", "30"], ["agreed", "on"], ["code", ""]]),
      schema,
    );
    expect(form).toMatchObject({
      ok: true,
      value: { firstName: "Anna", email: "anna@example.com", kinds: ["a", "b"], days: 30, agreed: true },
    });
  });

  it("tells what else is wrong together with what could not be read, and reads the fields that could", async () => {
    const form = await parseForm(posted([...valid, ["firstName", "A"], ["days", "91"], ["kinds", "a"]]), schema);
    if (form.ok) throw new Error("the form passed");
    expect(form.sound).toEqual({ email: "anna@example.com", kinds: ["a"] });
    const { fieldErrors, formErrors } = form.refuse({
      fields: { days: { key: "errors.field.choose" }, email: { key: "errors.field.email" } },
      form: { key: "errors.form.unknownField" },
    }).data;
    expect(fieldErrors).toMatchObject({ days: [{ key: "errors.field.tooBig.number" }], email: [{ key: "errors.field.email" }] });
    expect(Object.keys(fieldErrors).sort()).toEqual(["days", "email", "firstName"]);
    expect(formErrors).toEqual([{ key: "errors.form.unknownField" }]);
  });

  it("keeps what was typed, except what is to be forgotten", async () => {
    const reply = await refused([
      ["firstName", "A"],
      ["email", "anna@"],
      ["kinds", "a"],
      ["kinds", "b"],
      ["code", "x"],
    ]);
    expect(reply.values).toEqual({ firstName: "A", email: "anna@", kinds: ["a", "b"] });
  });

  it("says per field what to do, in both languages", async () => {
    const reply = await refused([
      ["firstName", "A"],
      ["email", "anna@"],
      ["code", "x"],
      ["days", "91"],
      ["kinds", "c"],
    ]);
    expect(reply.fieldErrors).toEqual({
      firstName: [{ key: "errors.field.tooSmall.text", values: { minimum: 2 } }],
      email: [{ key: "errors.field.email" }],
      code: [{ key: "errors.field.choose" }],
      days: [{ key: "errors.field.tooBig.number", values: { maximum: 90 } }],
      "kinds[0]": [{ key: "errors.field.choose" }],
    });
    for (const locale of ["nl", "en"] as const) {
      const t = translator(locale);
      for (const { key } of Object.values(reply.fieldErrors).flat()) expect(t.has(key)).toBe(true);
    }
  });

  it("asks for a field that is missing or empty", async () => {
    expect((await refused([["email", ""]])).fieldErrors).toEqual({
      firstName: [{ key: "errors.field.required" }],
      email: [{ key: "errors.field.required" }],
    });
  });

  it("refuses a field the form does not have", async () => {
    const reply = await refused([...valid, ["role", "owner"]]);
    expect(reply.formErrors).toEqual([{ key: "errors.form.unknownField" }]);
  });

  it.each([
    "__proto__",
    "__proto__.x",
    "constructor.prototype.x",
    "__intent__",
    "firstName.length",
    "firstName[0]",
  ])("refuses %s without harm", async (name) => {
    const form = await parseForm(posted([...valid, [name, "x"]]), schema);
    expect(form.ok).toBe(false);
    expect(({} as { x?: string }).x).toBeUndefined();
  });

  it("lets a later rule send the form back", async () => {
    const form = await parseForm(posted(valid), schema);
    const answer = form.refuse({ fields: { code: { key: "errors.field.choose" } } });
    expect(answer.data).toMatchObject({
      values: { firstName: "Anna" },
      fieldErrors: { code: [{ key: "errors.field.choose" }] },
    });
  });

  it("answers 400 to a body that is no form", async () => {
    const request = new Request("http://localhost/", {
      method: "POST",
      body: "{}",
      headers: { "Content-Type": "application/json" },
    });
    await expect(parseForm(request, schema)).rejects.toMatchObject({ status: 400, name: AppError.name });
  });

  it("answers 400 to a NUL, which no table takes", async () => {
    for (const fields of [[["firstName", "An\0na"]], [["fir\0st", "Anna"]]] as [string, string][][]) {
      await expect(parseForm(posted(fields), schema)).rejects.toMatchObject({ status: 400, name: AppError.name });
    }
  });
});
