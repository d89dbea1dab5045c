import { AppError } from "~/platform/errors";
import type { ParityFigures } from "./program-rules";

/** W20: the champion's own offer is worth less than the friend's. Nothing was published. */
export class ParityError extends AppError {
  constructor(readonly figures: ParityFigures) {
    const { currency, basketMinor, friendMinor, ownMinor } = figures;
    super("parity_missing", {
      message: `own offer ${ownMinor} below friend's ${friendMinor} at ${basketMinor} ${currency}`,
      status: 422,
      userMessage: { key: "settings.issue.parity" },
      facts: {
        currency,
        basketMinor: `${basketMinor}`,
        friendMinor: `${friendMinor}`,
        ownMinor: `${ownMinor}`,
      },
    });
    this.name = "ParityError";
  }
}

/** What was sent does not make a program: a forged or broken form, or a mistake of the caller. */
export class ProgramRefusedError extends AppError {
  constructor(key: string, facts: Record<string, string> = {}) {
    super("program_refused", {
      message: `program refused: ${key}`,
      status: 422,
      userMessage: { key },
      facts,
    });
    this.name = "ProgramRefusedError";
  }
}
