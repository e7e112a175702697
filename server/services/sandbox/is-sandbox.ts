import "server-only";
import { z } from "zod";
import { isSandboxOrganization } from "@/db/queries/sandbox/sandboxes";
import { query } from "../kernel/query";

/** Whether the actor's organization is a sandbox, from which nothing leaves. */
export const isSandbox = query({
  permission: "order.read",
  input: z.object({}),
  run: ({ tx, actor }) => isSandboxOrganization(tx, actor.organizationId),
});
