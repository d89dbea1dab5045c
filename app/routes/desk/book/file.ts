import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/http/actor.server";
import { csvParts, fileResponse } from "~/http/csv.server";
import { BOOK_COLUMNS, bookLines, journalEntry, type FiledTransaction } from "~/ledger/book-file";
import { readBookMonth } from "~/ledger/book-month";
import { readBook } from "~/ledger/read-book.server";
import { AppError } from "~/platform/errors";
import { DEFAULT_ZONE } from "~/ui/format";

/** One month of the book as a file that a bookkeeper's program reads; sent while it is read. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "finance");
  const search = new URL(request.url).searchParams;
  const month = readBookMonth(search.get("month"));
  if (!month) throw new AppError("bad_request", { message: "no month", status: 400, userMessage: { key: "book.noMonth" } });
  const parts = readBook({ month, zone: DEFAULT_ZONE });
  if (search.get("as") === "journal") return fileResponse(`vouch-${month}.journal`, "text/plain", journal(parts));
  return fileResponse(`vouch-${month}.csv`, "text/csv", csvParts(BOOK_COLUMNS, lines(parts)));
}

async function* lines(parts: AsyncIterable<FiledTransaction[]>) {
  for await (const part of parts) yield part.flatMap(bookLines);
}

async function* journal(parts: AsyncIterable<FiledTransaction[]>) {
  for await (const part of parts) yield part.map(journalEntry).join("");
}
