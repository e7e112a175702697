import "server-only";
import { z } from "zod";
import { selectKnownCodes } from "@/db/queries/fleet/known-codes";
import { query } from "../kernel/query";

/** The skills and features an order may ask for: those somebody, or something, has. */
export const readKnownCodes = query({
  permission: "order.read",
  input: z.object({}),
  run: ({ tx, actor }) => selectKnownCodes(tx, actor.organizationId),
});
