import "server-only";
import { createAccess } from "@/server/services/api-access/create-access";
import { inKeysHome } from "@/server/services/api-access/in-keys-home";
import { listAccess } from "@/server/services/api-access/list-access";
import { listApis } from "@/server/services/api-access/list-apis";
import { rotateAccess } from "@/server/services/api-access/rotate-access";
import { changeApiKey } from "@/server/services/api-key/change-api-key";
import { revokeApiKey } from "@/server/services/api-key/revoke-api-key";
import { commandProcedure, queryProcedure, router } from "../init";

export const apiAccessRouter = router({
  apis: queryProcedure(listApis),
  keys: queryProcedure(listAccess),
  create: commandProcedure(createAccess),
  change: commandProcedure(inKeysHome(changeApiKey)),
  rotate: commandProcedure(rotateAccess),
  revoke: commandProcedure(inKeysHome(revokeApiKey)),
});
