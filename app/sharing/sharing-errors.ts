import { AppError, ConflictError } from "~/platform/errors";

/** Somebody else has this code, or one that looks like it. */
export class CodeTakenError extends ConflictError {
  constructor() {
    super("code_taken", "code belongs to another link");
    this.name = "CodeTakenError";
  }
}

/** The text cannot be a code; forms check this first, so it is met only by requests made by hand. */
export class CodeRefusedError extends AppError {
  constructor(problem: string) {
    super("code_refused", { message: "code refused", status: 422, facts: { problem } });
    this.name = "CodeRefusedError";
  }
}
