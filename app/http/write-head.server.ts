import type { Response as ExpressResponse } from "express";
import type { AppError } from "~/platform/errors";

interface Head {
  status: number;
  headers: Iterable<[name: string, value: string]>;
}

/** Status and headers of an answer. @param refused why the body of the request was not read, if it was not */
export function writeHead(res: ExpressResponse, response: Head, refused: AppError | undefined): void {
  res.status(response.status);
  // What was not read would be taken for the next request.
  if (refused) res.setHeader("Connection", "close");
  // Pages are personal unless a route says otherwise.
  res.setHeader("Cache-Control", "no-store");
  for (const [name, value] of response.headers) {
    if (name === "set-cookie") res.append(name, value);
    else res.setHeader(name, value);
  }
}
