import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { deliveryInputSchema } from "@/server/domain/order/delivery-schema";
import { importConsignment } from "@/server/services/consignment/import-consignment";
import { parseInput } from "@/server/services/kernel/parse-input";
import { ServiceError } from "@/server/services/kernel/service-error";
import { SOURCE } from "../ids";
import { fromImported } from "../map/job";
import { toDelivery } from "../map/to-delivery";
import { importRequestSchema } from "../wire/import";
import { importedSchema } from "../wire/job";

const deliveriesSchema = z.object({ stops: z.array(deliveryInputSchema) });

export const importJob = endpoint({
  method: "post",
  path: "/integration-import",
  id: "importJob",
  tag: "Jobs",
  summary: "Import a job: its stops are located, put in order and given to its driver",
  description:
    "The first stop is the origin and the last the destination; what is between them comes in the order that is shortest to drive. Needs a key for deliveries:write, plans:write and fleet:write.",
  scope: "deliveries:write",
  body: importRequestSchema,
  takesAnyMediaType: true,
  isResumable: true,
  answers: { 200: { description: "Imported.", schema: importedSchema } },
  refusals: [400],
  run: async ({ services, body }) => {
    const { external_job_id: externalId, timezone } = body;
    const head = {
      source: SOURCE,
      externalId,
      title: body.title,
      driverEmail: body.driver_email,
      date: body.scheduled_date ?? null,
      timeZone: timezone ?? null,
      metadata: body.metadata ?? {},
    };
    const imported = await importConsignment(services, {
      head,
      deliveriesIn: ({ timeZone, defaultServiceSeconds }, date) => {
        const saidZone = timezone ?? timeZone;
        const home = { jobId: externalId, date, timeZone, saidZone, defaultServiceSeconds };
        return parseInput(deliveriesSchema, { stops: body.stops.map((stop) => toDelivery(stop, home)) }).stops;
      },
    }).catch(asValidation);
    return { status: 200, body: fromImported(imported, services.baseUrl) };
  },
});

function asValidation(error: unknown): never {
  if (!(error instanceof ServiceError) || error.details.reason !== "exists") throw error;
  const issues = [{ in: "body", path: "external_job_id", message: "already exists" }];
  throw new ServiceError("invalid", error.message, { reason: "input", issues });
}
