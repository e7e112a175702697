import "server-only";
import { changeMemberRole } from "@/server/services/member/change-member-role";
import { endSessions } from "@/server/services/member/end-sessions";
import { inviteMember } from "@/server/services/member/invite-member";
import { listInvitations } from "@/server/services/member/list-invitations";
import { listMembers } from "@/server/services/member/list-members";
import { listSessions } from "@/server/services/member/list-sessions";
import { removeMember } from "@/server/services/member/remove-member";
import { requireSecondFactor } from "@/server/services/member/require-second-factor";
import { resetMemberFactor } from "@/server/services/member/reset-member-factor";
import { withdrawInvitation } from "@/server/services/member/withdraw-invitation";
import { commandProcedure, queryProcedure, router } from "../init";

export const memberRouter = router({
  list: queryProcedure(listMembers),
  invite: commandProcedure(inviteMember),
  invitations: queryProcedure(listInvitations),
  withdrawInvitation: commandProcedure(withdrawInvitation),
  changeRole: commandProcedure(changeMemberRole),
  remove: commandProcedure(removeMember),
  sessions: queryProcedure(listSessions),
  endSessions: commandProcedure(endSessions),
  resetSecondFactor: commandProcedure(resetMemberFactor),
  requireSecondFactor: commandProcedure(requireSecondFactor),
});
