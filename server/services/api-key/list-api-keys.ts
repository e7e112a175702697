import "server-only";
import { z } from "zod";
import { listApiKeys as selectApiKeys } from "@/db/queries/api/api-keys";
import { query } from "../kernel/query";

/** All keys, newest first, with what they may do and when they were last used; never their secrets. */
export const listApiKeys = query({
  permission: "members.manage",
  input: z.object({}),
  run: ({ tx, actor }) => selectApiKeys(tx, actor.organizationId),
});
