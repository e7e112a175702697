import "server-only";
import { changeMemberRole } from "@/server/services/member/change-member-role";
import { endSessions } from "@/server/services/member/end-sessions";
import { listMembers } from "@/server/services/member/list-members";
import { listSessions } from "@/server/services/member/list-sessions";
import { removeMember } from "@/server/services/member/remove-member";
import { requireSecondFactor } from "@/server/services/member/require-second-factor";
import { resetMemberFactor } from "@/server/services/member/reset-member-factor";
import { commandProcedure, queryProcedure, router } from "../init";

export const memberRouter = router({
  list: queryProcedure(listMembers),
  changeRole: commandProcedure(changeMemberRole),
  remove: commandProcedure(removeMember),
  sessions: queryProcedure(listSessions),
  endSessions: commandProcedure(endSessions),
  resetSecondFactor: commandProcedure(resetMemberFactor),
  requireSecondFactor: commandProcedure(requireSecondFactor),
});
