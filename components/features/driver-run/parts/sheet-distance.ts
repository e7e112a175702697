import { createFormats, type Formats } from "@/components/lib/words/formats";
import type { RouteSheet } from "@/server/domain/plan/route-sheet";

/** How far a route goes, in what its project measures roads. */
export function sheetDistance({ reader }: Formats, { distanceMeters, distanceUnit }: RouteSheet): string {
  return createFormats({ ...reader, ...(distanceUnit && { distanceUnit }) }).distance(distanceMeters);
}
