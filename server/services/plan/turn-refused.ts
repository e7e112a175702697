import "server-only";
import type { Tx } from "@/db/client";
import type { Actor } from "@/server/domain/access/actor";
import type { TurnRefusal } from "@/server/domain/plan/turn-edit";
import { ServiceError } from "../kernel/service-error";
import { staleConflict } from "./stale-conflict";

/** The domain's "no" to an undo or redo, as the services say it. */
export async function turnRefused(tx: Tx, actor: Actor, planId: string, refusal: TurnRefusal): Promise<ServiceError> {
  switch (refusal.reason) {
    case "moved-since":
      return staleConflict(tx, actor, planId, refusal.conflicts);
    case "changed-since": {
      const which = refusal.routeNumbers.join(", ");
      return new ServiceError("stale", `Routes ${which} have been changed since.`, { ...refusal });
    }
    case "route-not-found":
      return new ServiceError("refused", "A route that this edit belongs to is gone.", { ...refusal });
    case "visit-closed":
      return new ServiceError("refused", "A stop of this edit is already under way or finished.", { ...refusal });
    case "stop-made":
      return new ServiceError("refused", "A stop of this edit has been made by its driver since.", { ...refusal });
    case "route-finished":
      return new ServiceError("refused", `Route ${refusal.routeNumber} is finished.`, { ...refusal });
    case "route-locked":
      return new ServiceError("refused", `Route ${refusal.routeNumber} is locked.`, { ...refusal });
  }
}
