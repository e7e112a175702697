import "server-only";
import { z } from "zod";
import { listOptOutRows } from "@/db/queries/notification/opt-outs";
import { optOutAddress } from "@/server/domain/notification/opt-out-address";
import { query } from "../kernel/query";

/** Who does not want to be written by which channel, newest first; `search` is part of an address. */
export const listOptOuts = query({
  permission: "message.read",
  input: z.object({ search: z.string().max(300).default(""), limit: z.int().min(1).max(500).default(200) }),
  run: async ({ tx, actor }, { search, limit }) => {
    const rows = await listOptOutRows(tx, actor.organizationId, addressPart(search), limit + 1);
    return {
      optOuts: rows.slice(0, limit).map(({ channel, address, createdAt }) => ({ channel, address, createdAt })),
      hasMore: rows.length > limit,
    };
  },
});

/** Part of an address as it is kept: numbers lose the signs people write between digits, e-mail keeps its own. */
function addressPart(search: string): string {
  return optOutAddress(/^[+\d\s().\-/]+$/.test(search) ? "sms" : "email", search);
}
