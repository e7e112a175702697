import "server-only";
import { countPositionsBefore } from "@/db/queries/position/partitions";
import { countOutlived } from "@/db/queries/proof/tidy-proofs";
import { countOutlivedUploads } from "@/db/queries/proof/uploads";
import { retentionPolicySchema } from "@/server/domain/policy/retention-policy";
import { addLocalDays } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";

/** More than so many positions are not counted. */
const MOST_COUNTED = 1_000_000;

/** What the next night would delete if this were the rule: `positions` up to a million, pictures, and programs' files. */
export const foreseeDeletion = query({
  permission: "settings.write",
  input: retentionPolicySchema,
  run: async ({ tx, actor: { organizationId }, now }, { positionDays, proofDays }) => {
    const firstKept = addLocalDays(now.toISOString().slice(0, 10), -positionDays);
    const kept = { now, days: proofDays };
    return {
      positions: await countPositionsBefore(tx, organizationId, firstKept, MOST_COUNTED),
      pictures: await countOutlived(tx, organizationId, kept),
      files: await countOutlivedUploads(tx, organizationId, kept),
    };
  },
});
