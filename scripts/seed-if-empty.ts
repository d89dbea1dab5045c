import type { Settings } from "./settings";

export async function seedIfEmpty(_settings: Settings, _environment: NodeJS.ProcessEnv): Promise<void> {}
