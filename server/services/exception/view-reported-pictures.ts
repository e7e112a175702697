import "server-only";
import { listExceptionRows } from "@/db/queries/exception/exceptions";
import { listReportedPictures } from "@/db/queries/exception/reported-pictures";
import { exceptionIdSchema } from "@/server/domain/exception/exception-schema";
import { isShown } from "@/server/domain/proof/visit-evidence";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { signPicture } from "../proof/sign-picture";

/** Shows the pictures a driver took of what he reported. Who has looked at them stands in the log, as for a visit's. */
export const viewReportedPictures = command({
  permission: "proof.read",
  input: exceptionIdSchema,
  prepare: async (scope, { exceptionId }) => {
    const { organizationId } = scope.actor;
    const [listed, reported] = await scope.read(
      async (tx) =>
        [
          (await listExceptionRows(tx, organizationId, { ids: [exceptionId] }))[0],
          await listReportedPictures(tx, organizationId, exceptionId),
        ] as const,
    );
    const exception = found(listed, "exception");
    const pictures = await Promise.all(reported.filter(isShown).map((picture) => signPicture(scope, picture)));
    return { exception, pictures };
  },
  run: async ({ prepared: { exception, pictures } }) => {
    if (pictures.length === 0) return unchanged({ pictures });
    const { id, planId, routeId, routeNumber } = exception;
    const data = { routeId, number: routeNumber, exceptionId: id, proofIds: pictures.map(({ proofId }) => proofId) };
    const event = { type: "proof.viewed", entity: "proof", entityId: id, ...(planId && { planId }), data } as const;
    return changed({ pictures }, [event]);
  },
});
