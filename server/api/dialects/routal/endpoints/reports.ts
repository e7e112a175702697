import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { found } from "@/server/services/kernel/service-error";
import { listVisitReports } from "@/server/services/proof/list-visit-reports";
import { readReportFile } from "@/server/services/proof/read-report-file";
import { readStopDeliveries } from "@/server/services/wave/search-stops";
import { idOf, nameOf } from "../ids";
import { pathId } from "../wire/common";

export const getReportImage = endpoint({
  method: "get",
  path: "/v3/stop/report/{report_id}/image/{image_id}",
  id: "getReportImage",
  tag: "Report",
  summary: "A picture or signature of a report, as its bytes",
  scope: "proofs:read",
  params: z.object({ report_id: pathId, image_id: pathId }),
  answers: { 200: { description: "The file, under its own media type." } },
  refusals: [404],
  run: async ({ services, params: { report_id, image_id } }) => {
    const visitId = idOf("proof", report_id);
    const [row] = await readStopDeliveries(services, { visitIds: [visitId] });
    const reports = await listVisitReports(services, { deliveryIds: [found(row, "proof").deliveryId] });
    const files = reports.flatMap((report) => (report.visitId === visitId ? report.files : []));
    const file = found(
      files.find(({ id }) => nameOf(id) === image_id),
      "proof",
    );
    const { bytes, contentType } = await readReportFile(services, { visitId, fileId: file.id });
    const stream = new Blob([Uint8Array.from(bytes)]).stream();
    return {
      status: 200,
      stream,
      headers: {
        "content-type": contentType,
        "content-length": String(bytes.byteLength),
        "x-content-type-options": "nosniff",
      },
    };
  },
});
