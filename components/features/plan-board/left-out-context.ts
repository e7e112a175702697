import { createContext, use } from "react";
import type { DraftUnassigned } from "@/server/domain/plan/optimization-run";

/** Why stops are on no route, by visit, as the optimizer said when its plan was committed. */
export const LeftOutContext = createContext<ReadonlyMap<string, DraftUnassigned>>(new Map());

/** Undefined for a stop the optimizer has not been asked about since. */
export function useLeftOut(visitId: string): DraftUnassigned | undefined {
  return use(LeftOutContext).get(visitId);
}
