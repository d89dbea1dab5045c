import { data, redirect, type ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { AppError, NotFoundError, TooManyRequestsError } from "~/platform/errors";
import { withErrorAnswers } from "./respond.server";

/** Calls the loader of a build with one route, wrapped; returns what it throws. */
async function thrownBy(
  error: unknown,
  context: { refused?: AppError } = {},
  { page = true, ...init }: RequestInit & { page?: boolean } = {},
): Promise<unknown> {
  const build = {
    routes: {
      page: {
        id: "page",
        path: "/",
        module: { loader: () => Promise.reject(error), ...(page ? { default: () => null } : {}) },
      },
    },
  } as unknown as ServerBuild;
  const loader = withErrorAnswers(build).routes.page?.module.loader as (args: unknown) => Promise<unknown>;
  const request = new Request("http://localhost/", init);
  return loader({ request, params: {}, context: { requestId: "evt_1", nonce: "n0", ...context } }).catch(
    (thrown: unknown) => thrown,
  );
}

describe("withErrorAnswers", () => {
  it("gives an expected error its status, its words and the reference", async () => {
    expect(await thrownBy(new NotFoundError("reward"))).toMatchObject({
      data: { code: "not_found", message: { key: "errors.not_found" }, reference: "evt_1" },
      init: { status: 404 },
    });
  });

  it("tells how long to wait", async () => {
    expect(await thrownBy(new TooManyRequestsError(90))).toMatchObject({
      data: { message: { key: "errors.page.tooMany.until", values: { minutes: 2 } } },
      init: { status: 429, headers: { "Retry-After": "90" } },
    });
  });

  it("says nothing of an unexpected error but the reference", async () => {
    const answer = await thrownBy(new Error("password of the database"));
    expect(answer).toMatchObject({ data: { code: "unexpected", reference: "evt_1" }, init: { status: 500 } });
    expect(JSON.stringify(answer)).not.toContain("password");
  });

  it.each([redirect("/sign-in"), data({ kind: "form" }, { status: 422 })])(
    "leaves an answer as it is",
    async (answer) => {
      expect(await thrownBy(answer)).toBe(answer);
    },
  );

  it("answers for a body that was refused at the door", async () => {
    const refused = new AppError("too_large", { message: "body above 10 bytes", status: 413 });
    expect(await thrownBy(new Error("never reached"), { refused }, { method: "POST" })).toMatchObject({
      init: { status: 413 },
    });
  });

  it("speaks to a browser in words and to a program in codes where there is no page", async () => {
    const headers = { Accept: "text/html,*/*;q=0.8", "Accept-Language": "nl" };
    const html = (await thrownBy(new NotFoundError("file"), {}, { page: false, headers })) as Response;
    expect(html.status).toBe(404);
    expect(html.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    const text = await html.text();
    expect(text).toContain('<html lang="nl">');
    expect(text).toContain("Deze pagina is hier niet");
    expect(text).toContain('<style nonce="n0">');

    const json = (await thrownBy(new TooManyRequestsError(5), {}, { page: false })) as Response;
    expect(json.headers.get("Retry-After")).toBe("5");
    expect(await json.json()).toEqual({
      error: { code: "rate_limit_exceeded", reason: "too_many_requests", message: "Too many requests; wait and try again.", fields: [] },
      requestId: "evt_1",
    });
  });
});
