import { AppError } from "~/platform/errors";

/** A call that contradicts what was told before; names the fields that do. */
export class RefusedFieldsError extends AppError {
  constructor(
    code: "idempotency_conflict" | "currency_mismatch",
    status: 409 | 422,
    readonly fields: readonly string[],
  ) {
    super(code, { message: `${code}: ${fields.join(", ")}`, status });
    this.name = "RefusedFieldsError";
  }
}
