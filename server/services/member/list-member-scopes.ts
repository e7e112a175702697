import "server-only";
import { z } from "zod";
import { listScopeChoices as selectChoices, listMemberScopes as selectScopes } from "@/db/queries/access/member-scopes";
import { query } from "../kernel/query";

/** Which members are let in to a part of the organization only, and to which. */
export const listMemberScopes = query({
  permission: "members.manage",
  input: z.object({}),
  run: ({ tx, actor }) => selectScopes(tx, actor.organizationId),
});

/** Projects, depots, partners and drivers that somebody can be let in to. */
export const listScopeChoices = query({
  permission: "members.manage",
  input: z.object({}),
  run: ({ tx, actor }) => selectChoices(tx, actor.organizationId),
});
