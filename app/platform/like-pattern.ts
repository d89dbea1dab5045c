/** A text as it must stand in a LIKE pattern (Prisma's `contains` makes one) to mean only itself. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
