import "server-only";
import { syncOpsSchema } from "@/server/domain/execution/execution-schema";
import { command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { takeActs } from "./take-acts";

/** Takes the acts a driver's device has gathered for its own route: there is no other it could name. */
export const syncDriverOps = command({
  permission: "run.write",
  input: syncOpsSchema,
  run: (scope, batch) => takeActs(scope, found(scope.actor.routeId, "route"), scope.actor.id, batch),
});
