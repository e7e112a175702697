import "server-only";
import { changeRole } from "@/server/services/role/change-role";
import { createRole } from "@/server/services/role/create-role";
import { deleteRole } from "@/server/services/role/delete-role";
import { listRoles } from "@/server/services/role/list-roles";
import { commandProcedure, queryProcedure, router } from "../init";

export const roleRouter = router({
  list: queryProcedure(listRoles),
  create: commandProcedure(createRole),
  change: commandProcedure(changeRole),
  remove: commandProcedure(deleteRole),
});
