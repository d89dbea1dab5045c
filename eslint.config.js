import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const sdkOutsideGateways = {
  paths: [
    { name: "stripe", message: "Only app/platform/gateways talks to Stripe." },
    { name: "resend", message: "Only app/platform/gateways talks to Resend." },
  ],
};

export default tseslint.config(
  { ignores: ["build/", "node_modules/", "prisma/generated/", ".data/", "test-results/"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-explicit-any": "error",
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Use crypto for secrets and a seeded source for data." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "MemberExpression[property.name=/Unsafe$/]", message: "Raw SQL takes parameters, never a built string." },
      ],
      // A statement that is sent is a tagged template whose answer nobody waits for.
      "@typescript-eslint/no-unused-expressions": ["error", { allowTaggedTemplates: true }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "no-restricted-globals": ["error", { name: "process", message: "Read the environment through platform/env.server." }],
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Read the environment through platform/env.server." },
        { object: "Math", property: "random", message: "Use crypto for secrets and a seeded source for data." },
      ],
      "no-restricted-imports": ["error", sdkOutsideGateways],
      "no-console": "error",
    },
  },
  {
    // The processes themselves, and the one place that reads the environment.
    files: ["app/web.ts", "app/worker.ts", "app/platform/**", "app/jobs/heartbeat.server.ts", "app/http/{health,web-app}.server.ts", "app/testing/**", "**/*.test.{ts,tsx}"],
    rules: { "no-restricted-globals": "off" },
  },
  { files: ["app/platform/env.server.ts", "app/testing/**", "**/*.test.{ts,tsx}"], rules: { "no-restricted-properties": "off" } },
  { files: ["app/platform/gateways/**", "app/testing/**", "**/*.test.{ts,tsx}"], rules: { "no-restricted-imports": "off" } },
);
