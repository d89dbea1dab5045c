import { NotFoundError } from "~/platform/errors";

/** Every address that is not in the table of contents. */
export function loader(): never {
  throw new NotFoundError("page");
}

/** The same answer for what is posted there. */
export function action(): never {
  throw new NotFoundError("page");
}

export default function NotFound() {
  return null;
}
