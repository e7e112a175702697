import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import { threadSolver } from "@/server/optimizer/pool/thread-solver";

/** What plans are really made with: estimated ways, and the solver in its threads. */
export const solvingPorts = { travel: estimateTravel, solver: threadSolver };
