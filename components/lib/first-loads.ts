import type { Words } from "@/components/lib/words/words";
import { DEFAULT_LOAD_DIMENSIONS, type LoadDimension } from "@/server/domain/project/project-schema";

const NAMES = ["weight", "volume", "parcels", "other"] as const;

/** What a new project counts its loads in, named in the language of whoever makes it. */
export function firstLoads(t: Words<"common">): LoadDimension[] {
  return DEFAULT_LOAD_DIMENSIONS.map((each, index) => ({ ...each, name: t(`firstLoad.${NAMES[index]!}`) }));
}
