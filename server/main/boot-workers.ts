import "server-only";
import type { Core } from "./boot-core";

export async function bootWorkers(_core: Core): Promise<void> {}
