import { AppError } from "~/platform/errors";

/** Which of a page's forms was sent; the body stays to be read. @throws AppError 400 when it is not a form */
export async function intentOf(request: Request): Promise<string> {
  try {
    return String((await request.clone().formData()).get("intent") ?? "");
  } catch (cause) {
    throw new AppError("bad_request", { message: "the body is not a form", status: 400, cause });
  }
}
