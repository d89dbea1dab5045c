import { defineConfig } from "prisma/config";

// No connection here: `scripts/migrate.ts` applies migrations, the CLI only generates the client.
export default defineConfig({ schema: "prisma/schema" });
