import "server-only";
import { listReportedPictures as selectReportedPictures } from "@/db/queries/exception/reported-pictures";
import { exceptionIdSchema } from "@/server/domain/exception/exception-schema";
import { isShown } from "@/server/domain/proof/visit-evidence";
import { query } from "../kernel/query";

/** Which pictures a driver took of what he reported, and how many of them are still on their way. */
export const listReportedPictures = query({
  permission: "proof.read",
  input: exceptionIdSchema,
  run: async ({ tx, actor }, { exceptionId }) => {
    const pictures = await selectReportedPictures(tx, actor.organizationId, exceptionId);
    return {
      proofIds: pictures.filter(isShown).map(({ id }) => id),
      awaited: pictures.filter(({ status }) => status === "expected" || status === "quarantined").length,
    };
  },
});
