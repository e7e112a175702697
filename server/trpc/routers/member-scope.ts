import "server-only";
import { listMemberScopes, listScopeChoices } from "@/server/services/member/list-member-scopes";
import { saveMemberScope } from "@/server/services/member/save-member-scope";
import { commandProcedure, queryProcedure, router } from "../init";

export const memberScopeRouter = router({
  list: queryProcedure(listMemberScopes),
  choices: queryProcedure(listScopeChoices),
  save: commandProcedure(saveMemberScope),
});
