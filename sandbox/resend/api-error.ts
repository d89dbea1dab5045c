/** An answer in the provider's error shape: `{ statusCode, message, name }`. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    override readonly name: string,
    message: string,
    readonly headers: Record<string, string> = {}
  ) {
    super(message);
  }

  get body() {
    return { statusCode: this.status, message: this.message, name: this.name };
  }
}

export function notFound(what: string): ApiError {
  return new ApiError(404, "not_found", `${what} not found`);
}
