import "server-only";
import { z } from "zod";
import { listWavePage } from "@/db/queries/wave/waves";
import { WAVE_STATUSES } from "@/server/domain/wave/wave";
import { query } from "../kernel/query";

/** A page of the parts of days' plans, with what is in them. */
export const listWaves = query({
  permission: "plan.read",
  input: z.object({
    projectId: z.uuid().optional(),
    text: z.string().max(200).optional(),
    status: z.enum(WAVE_STATUSES).optional(),
    sort: z.enum(["date", "label", "created", "updated"]).default("date"),
    isDescending: z.boolean().default(true),
    offset: z.int().min(0).max(1_000_000).default(0),
    limit: z.int().min(1).max(500).default(20),
  }),
  run: ({ tx, actor }, { projectId, text, ...page }) =>
    listWavePage(tx, actor.organizationId, { projectId, text }, page),
});
