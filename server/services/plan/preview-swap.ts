import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import type { EditPreview } from "@/server/domain/plan/edit-preview";
import { previewSwapSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { decideSwap, openTerms } from "./open-terms";
import { previewTerms } from "./preview-terms";
import { swapRefused } from "./swap-drivers";

/** What giving a route to another driver would do to both routes; nothing is saved. Refuses as the swap itself would. */
export const previewSwap = query({
  permission: "plan.dispatch",
  input: previewSwapSchema,
  prepare: async ({ actor, ports, now, read }, input): Promise<EditPreview> => {
    const { organizationId } = actor;
    const open = await read(async (tx) => {
      const plan = found(await findPlan(tx, organizationId, input.planId), "plan");
      const { outcome } = await decideSwap(tx, organizationId, plan, input);
      if (!outcome.ok) throw swapRefused(outcome.refusal);
      return openTerms(tx, organizationId, plan, outcome.terms, { isLocked: false, now });
    });
    await open.before.book.fetchMissing(ports.travel, open.after, open.sequences);
    return previewTerms(open);
  },
  run: async ({ prepared }) => prepared,
});
