import "server-only";
import type { BaseMap } from "@/server/ports/base-map";

/** Without tiles of the country nothing is drawn under the van: what is not known is not guessed. */
export const noBaseMap: BaseMap = { draw: async () => null };
