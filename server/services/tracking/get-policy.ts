import "server-only";
import { z } from "zod";
import { findTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { query } from "../kernel/query";

/** What the organization’s customers see and may do, by default where nothing was chosen. */
export const getTrackingPolicy = query({
  permission: "settings.read",
  input: z.object({}),
  run: ({ tx, actor }) => findTrackingPolicy(tx, actor.organizationId),
});
