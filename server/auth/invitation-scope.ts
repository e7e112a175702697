import "server-only";
import { APIError } from "better-auth/api";
import type { Database } from "@/db/client";
import { lockMember, putMemberScope } from "@/db/queries/access/member-scopes";
import { withTenant } from "@/db/with-tenant";
import { type MemberScope, memberScopeSchema, WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import { isRole } from "@/server/domain/access/permissions";
import { ServiceError } from "@/server/services/kernel/service-error";
import { checkScope } from "@/server/services/member/check-scope";

interface Invited {
  readonly organizationId: string;
  readonly role: string;
  readonly scope?: unknown;
}

/**
 * What an invitation lets in to is asked when it is made, kept with it, and put down for whoever accepts before they are a
 * member: there is no moment in which they see more.
 */
export function invitationScope(database: Database) {
  return {
    beforeCreateInvitation: async ({ invitation }: { invitation: Invited & Record<string, unknown> }) => ({
      data: { ...invitation, scope: await checked(database, invitation) },
    }),
    beforeAcceptInvitation: async ({
      invitation: { organizationId, scope },
      user: { id: userId },
    }: {
      invitation: { organizationId: string; scope?: unknown };
      user: { id: string };
    }) => {
      const wanted = readScope(scope);
      await withTenant(database, organizationId, async (tx) => {
        // Who is a member by now keeps what they have.
        if (await lockMember(tx, organizationId, userId)) return;
        await putMemberScope(tx, { organizationId, userId, updatedAt: new Date() }, wanted);
      });
    },
  };
}

async function checked(database: Database, { organizationId, role, scope }: Invited): Promise<MemberScope | null> {
  if (!isRole(role)) throw refused("There is no such role.");
  try {
    const asked = readScope(scope) ?? WHOLE_SCOPE;
    return await withTenant(database, organizationId, (tx) => checkScope(tx, organizationId, role, asked));
  } catch (error) {
    if (error instanceof ServiceError) throw refused(error.message);
    throw error;
  }
}

/** Null: everything. Throws what the caller hears for what is no scope. */
function readScope(scope: unknown): MemberScope | null {
  if (scope === null || scope === undefined) return null;
  const parsed = memberScopeSchema.safeParse(scope);
  if (!parsed.success) throw refused("The scope of this invitation cannot be read.");
  return parsed.data;
}

function refused(message: string): APIError {
  return new APIError("BAD_REQUEST", { code: "SCOPE_REFUSED", message });
}
