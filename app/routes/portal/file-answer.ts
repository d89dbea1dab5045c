/** A file of the champion's own to keep: opened or saved under its code. */
export function fileAnswer(bytes: Uint8Array | string, { type, name }: { type: string; name: string }): Response {
  return new Response(typeof bytes === "string" ? bytes : new Uint8Array(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `inline; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
