import { describe, expect, test } from "vitest";
import { z } from "zod";
import published from "./published-answers.json";
import { MAIL, testSandbox } from "./test-sandbox";

/** Throws unless the value fits the provider's published schema of that name. */
function fits(name: keyof typeof published.$defs, value: unknown): void {
  const source = { $ref: `#/$defs/${name}`, $defs: published.$defs } as Parameters<
    typeof z.fromJSONSchema
  >[0];
  z.fromJSONSchema(source).parse(value);
}

describe("POST /emails", () => {
  test("the official client sends, reads and lists a mail", async () => {
    const { resend } = await testSandbox();
    const sent = await resend.emails.send({
      ...MAIL,
      html: "<p>Hi</p>",
      tags: [{ name: "kind", value: "welcome" }],
    });
    expect(sent.error).toBeNull();
    const { data: mail } = await resend.emails.get(sent.data?.id ?? "");
    expect(mail).toMatchObject({ to: [MAIL.to], subject: MAIL.subject, html: "<p>Hi</p>", text: "Hi Ann" });
    const { data: list } = await resend.emails.list();
    expect(list?.data.map((one) => one.id)).toEqual([sent.data?.id]);
    fits("SendEmailResponse", sent.data);
    fits("Email", mail);
    fits("ListEmailsResponse", list);
  });

  test("the list is paged, newest first", async () => {
    const { resend, call } = await testSandbox();
    for (const n of [1, 2, 3]) await resend.emails.send({ ...MAIL, subject: `Mail ${n}` });
    const first = await (await call("GET", "/emails?limit=2")).json();
    expect(first).toMatchObject({ has_more: true, data: [{ subject: "Mail 3" }, { subject: "Mail 2" }] });
    const rest = await (await call("GET", `/emails?limit=2&after=${first.data[1].id}`)).json();
    expect(rest).toMatchObject({ has_more: false, data: [{ subject: "Mail 1" }] });
    expect((await call("GET", "/emails?limit=0")).status).toBe(422);
  });

  test.each<[string, object, string, string]>([
    ["no recipient", { to: undefined }, "missing_required_field", "`to`"],
    ["no sender", { from: undefined }, "missing_required_field", "`from`"],
    ["no content", { text: undefined }, "missing_required_field", "`html` or `text`"],
    ["a recipient of another type", { to: 7 }, "validation_error", "`to`"],
    ["51 recipients", { to: Array(51).fill("a@b.nl") }, "validation_error", "`to`"],
    ["no recipients", { to: [] }, "validation_error", "`to`"],
    ["half an address", { to: "ann@" }, "validation_error", "`to`"],
    ["an address with a line break", { to: "ann@shop.example\r\nbcc: x@y.nl" }, "validation_error", "`to`"],
    ["a subject with a line break", { subject: "a\nb" }, "validation_error", "`subject`"],
    ["a subject of another type", { subject: ["a"] }, "validation_error", "`subject`"],
    ["a header with a line break", { headers: { "x-a": "1\r\nx-b: 2" } }, "validation_error", "`headers`"],
    ["a tag with a space", { tags: [{ name: "a b", value: "c" }] }, "validation_error", "Tags"],
    ["a schedule", { scheduled_at: "2027-01-01T00:00:00Z" }, "validation_error", "`scheduled_at`"],
  ])("refuses %s", async (_case, change, name, part) => {
    const { call, control } = await testSandbox();
    const response = await call("POST", "/emails", { ...MAIL, ...change });
    expect(await response.json()).toEqual({ statusCode: 422, name, message: expect.stringContaining(part) });
    expect(await control("GET", "/mails")).toEqual({ mails: [] });
  });

  test.each([
    ["not JSON", "{", 400],
    ["an array", "[]", 422],
  ])("refuses a body that is %s", async (_case, body, status) => {
    const { call } = await testSandbox();
    expect((await call("POST", "/emails", body)).status).toBe(status);
  });

  test("asks for a key as the provider does", async () => {
    const { url, call } = await testSandbox();
    const without = await fetch(`${url}/emails`, { method: "POST", body: "{}" });
    expect(await without.json()).toMatchObject({ statusCode: 401, name: "missing_api_key" });
    const wrong = await call("POST", "/emails", MAIL, { authorization: "Bearer sk_test" });
    expect(await wrong.json()).toMatchObject({ statusCode: 403, name: "invalid_api_key" });
  });

  test("unknown mails and addresses are 404 in the API's shape", async () => {
    const { call } = await testSandbox();
    for (const path of ["/emails/nope", "/nothing"]) {
      const response = await call("GET", path);
      expect(await response.json()).toMatchObject({ statusCode: 404, name: "not_found" });
    }
  });
});

describe("POST /emails/batch", () => {
  const bad = { ...MAIL, to: "nobody" };

  test("strict: one bad mail fails all", async () => {
    const { resend, control } = await testSandbox();
    const { error } = await resend.batch.send([MAIL, bad]);
    expect(error).toMatchObject({ statusCode: 422, name: "validation_error" });
    expect(await control("GET", "/mails")).toEqual({ mails: [] });
  });

  test("permissive: the good ones go, the bad ones are named", async () => {
    const { resend, control } = await testSandbox();
    const { data } = await resend.batch.send([bad, MAIL], { batchValidation: "permissive" });
    expect(data).toMatchObject({ data: [{ id: expect.any(String) }], errors: [{ index: 0 }] });
    expect((await control<{ mails: unknown[] }>("GET", "/mails")).mails).toHaveLength(1);
    fits("CreateBatchEmailsResponse", data);
  });

  test("takes at most 100", async () => {
    const { resend } = await testSandbox();
    expect((await resend.batch.send(Array(101).fill(MAIL))).error?.statusCode).toBe(422);
    expect((await resend.batch.send(Array(100).fill(MAIL))).data?.data).toHaveLength(100);
  });
});

describe("Idempotency-Key", () => {
  test("the same payload gets the first answer, one mail exists, also after a restart", async () => {
    const first = await testSandbox();
    const options = { idempotencyKey: "reward-1" };
    const { data } = await first.resend.emails.send(MAIL, options);
    expect((await first.resend.emails.send(MAIL, options)).data).toEqual(data);
    const second = await first.restart();
    expect((await second.resend.emails.send(MAIL, options)).data).toEqual(data);
    expect((await second.control<{ mails: unknown[] }>("GET", "/mails")).mails).toHaveLength(1);
  });

  test("another payload is a conflict; another team may use the same key", async () => {
    const { resend, call } = await testSandbox();
    await resend.emails.send(MAIL, { idempotencyKey: "k" });
    const other = await resend.emails.send({ ...MAIL, subject: "Other" }, { idempotencyKey: "k" });
    expect(other.error).toMatchObject({ statusCode: 409, name: "invalid_idempotent_request" });
    const team = await call("POST", "/emails", MAIL, {
      authorization: "Bearer re_other",
      "idempotency-key": "k",
    });
    expect(team.status).toBe(200);
  });

  test("is kept 24 hours of the sandbox clock", async () => {
    const { resend, control } = await testSandbox();
    const send = () => resend.emails.send(MAIL, { idempotencyKey: "k" });
    const { data } = await send();
    await control("POST", "/clock", { advanceMs: 24 * 3600_000 - 60_000 });
    expect((await send()).data).toEqual(data);
    await control("POST", "/clock", { advanceMs: 60_000 });
    expect((await send()).data).not.toEqual(data);
  });

  test("holds 1 to 256 characters", async () => {
    const { call } = await testSandbox();
    const status = async (key: string) =>
      (await call("POST", "/emails", MAIL, { "idempotency-key": key })).status;
    expect(await status("k".repeat(256))).toBe(200);
    expect(await status("k".repeat(257))).toBe(400);
    expect(await status("")).toBe(400);
  });

  test("in flight, the same key is refused", async () => {
    const { resend, control } = await testSandbox();
    const { data } = await resend.emails.send(MAIL, { idempotencyKey: "warm-up" });
    expect(data).not.toBeNull();
    await control("POST", "/faults", { kind: "hang_after" });
    const leaving = new AbortController();
    const hanging = resend.emails.send(MAIL, { idempotencyKey: "k", signal: leaving.signal });
    await expect
      .poll(async () => (await control<{ mails: unknown[] }>("GET", "/mails")).mails.length)
      .toBe(2);
    const second = await resend.emails.send(MAIL, { idempotencyKey: "k" });
    expect(second.error).toMatchObject({ statusCode: 409, name: "concurrent_idempotent_requests" });
    leaving.abort();
    await hanging;
    const answered = async () => (await resend.emails.send(MAIL, { idempotencyKey: "k" })).data?.id;
    await expect.poll(answered).toEqual(expect.any(String));
    expect((await control<{ mails: unknown[] }>("GET", "/mails")).mails).toHaveLength(2);
  });

  test("a refused request does not use up its key", async () => {
    const { resend } = await testSandbox();
    expect((await resend.emails.send({ ...MAIL, to: "x" }, { idempotencyKey: "k" })).error?.statusCode).toBe(
      422
    );
    expect((await resend.emails.send(MAIL, { idempotencyKey: "k" })).error).toBeNull();
  });
});

describe("account", () => {
  test("webhooks are created, read, changed and deleted", async () => {
    const { resend, call } = await testSandbox();
    const created = await resend.webhooks.create({
      endpoint: "https://vouch.example/hook",
      events: ["email.sent"],
    });
    const id = created.data?.id ?? "";
    expect(created.data?.signing_secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    fits("CreateWebhookResponse", created.data);
    fits(
      "UpdateWebhookResponse",
      await (await call("PATCH", `/webhooks/${id}`, { status: "disabled" })).json()
    );
    const { data: read } = await resend.webhooks.get(id);
    expect(read).toMatchObject({ status: "disabled", signing_secret: created.data?.signing_secret });
    fits("GetWebhookResponse", read);
    fits("ListWebhooksResponse", (await resend.webhooks.list()).data);
    fits("DeleteWebhookResponse", (await resend.webhooks.remove(id)).data);
    expect((await resend.webhooks.get(id)).error?.statusCode).toBe(404);
    expect((await call("POST", "/webhooks", { endpoint: "ftp://x", events: ["email.sent"] })).status).toBe(
      422
    );
    expect((await call("POST", "/webhooks", { endpoint: "https://x.nl", events: [] })).status).toBe(422);
  });

  test("a suppressed address gets no mail until it is taken off the list", async () => {
    const { resend, control } = await testSandbox();
    const added = await resend.suppressions.add({ email: "Ann@Shop.example" });
    fits("CreateSuppressionResponseSuccess", added.data);
    fits("ListSuppressionsResponseSuccess", (await resend.suppressions.list()).data);
    fits("GetSuppressionResponseSuccess", (await resend.suppressions.get("ann@shop.example")).data);
    const last = async () => {
      const { data } = await resend.emails.send(MAIL);
      const event = async () => (await resend.emails.get(data?.id ?? "")).data?.last_event;
      await expect.poll(event).toMatch(/delivered|suppressed/);
      return event();
    };
    expect(await last()).toBe("suppressed");
    fits("RemoveSuppressionResponseSuccess", (await resend.suppressions.remove("ann@shop.example")).data);
    expect(await last()).toBe("delivered");
    const { effects } = await control<{ effects: { kind: string }[] }>("GET", "/journal");
    expect(effects.map((effect) => effect.kind)).toContain("suppression.removed");
  });

  test("domains list the senders seen", async () => {
    const { resend } = await testSandbox();
    await resend.emails.send({ ...MAIL, from: "hi@shop.example" });
    const { data } = await resend.domains.list();
    expect(data?.data.map((domain) => domain.name)).toEqual(["vouch.example", "shop.example"]);
    fits("ListDomainsResponse", data);
  });
});
