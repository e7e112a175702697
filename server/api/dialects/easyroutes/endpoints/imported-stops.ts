import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { listDeliveryRecords } from "@/server/services/order/list-delivery-records";
import { readDeliveryRecord } from "@/server/services/order/read-delivery-record";
import { readDeliveryRecords } from "@/server/services/order/read-delivery-records";
import { withdrawDelivery } from "@/server/services/order/withdraw-delivery";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { sealCursor } from "../map/cursor";
import { fromDelivery } from "../map/from-delivery";
import { toDeliveryDraft } from "../map/to-delivery-draft";
import { pageQuerySchema } from "../wire/page";
import { emptySchema } from "../wire/proto";
import {
  importedPageSchema,
  importedStopSchema,
  importedStopsSchema,
  importRequestSchema,
  type StopToImport,
} from "../wire/stop";
import { deliveryIdOf } from "./imported-stop-id";
import { argumentsOf, limitOf, limitSchema } from "./page-arguments";

const TAG = "Imported stops";

export const importStops = endpoint({
  method: "post",
  path: "/stops/imports",
  id: "ImportStops",
  tag: TAG,
  summary: "Import stops; one whose clientStopId is known takes its place",
  description: "Either all of them are imported or none. They are orders from then on, and on no route.",
  scope: "deliveries:write",
  takesAnyMediaType: true,
  body: importRequestSchema,
  answers: { 200: { description: "The stops, in the order sent.", schema: importedStopsSchema } },
  refusals: [400, 409],
  run: async ({ services, body }) => ({ status: 200, body: { stops: await importAll(services, body) } }),
});

/** Of two stops of one name the later one counts, as if they had been sent one after the other. */
async function importAll(services: ServiceContext, sent: readonly StopToImport[]) {
  const home = await readHomeProject(services, {});
  // One without a name is known by its place, which no name can be mistaken for.
  const nameOf = (index: number) => sent[index]!.clientStopId?.trim() || index;
  const lastOf = new Map(sent.map((_, index) => [nameOf(index), index]));
  const places = [...lastOf.values()];
  const deliveries = places.map((index) => toDeliveryDraft(sent[index]!, home));
  const asked = { projectId: home.id, mode: "replace", deliveries, isAllOrNothing: true } as const;
  const { verdicts } = await createDeliveries(services, asked);
  const idOfName = new Map(places.map((place, at) => [nameOf(place), verdicts[at]!.deliveryId!]));
  const { records } = await readDeliveryRecords(services, { ids: [...idOfName.values()] });
  const stopOf = new Map(records.map((record) => [record.delivery.id, fromDelivery(record)]));
  return sent.map((_, index) => stopOf.get(idOfName.get(nameOf(index))!)!);
}

const argsSchema = z.object({ limit: limitSchema });

export const listImportedStops = endpoint({
  method: "get",
  path: "/stops/imports",
  id: "ListImportedStops",
  tag: TAG,
  summary: "Imported stops, newest first",
  description: "Later pages are asked for with `cursor` alone.",
  scope: "deliveries:read",
  query: pageQuerySchema,
  answers: { 200: { description: "A page.", schema: importedPageSchema } },
  refusals: [400],
  run: async ({ services, query }) => {
    const { args, next } = argumentsOf(argsSchema, query.cursor, { limit: limitOf(query) });
    const page = { wanted: { exceptWithdrawn: true }, limit: args.limit, cursor: next };
    const { records, nextCursor } = await listDeliveryRecords(services, page);
    return { status: 200, body: { stops: records.map(fromDelivery), ...sealCursor(args, nextCursor) } };
  },
});

const params = z.object({ id: z.string().max(2000).describe("ist-…, or the client's own id.") });

export const getImportedStop = endpoint({
  method: "get",
  path: "/stops/imports/{id}",
  id: "GetImportedStop",
  tag: TAG,
  summary: "An imported stop",
  scope: "deliveries:read",
  params,
  answers: { 200: { description: "The stop.", schema: importedStopSchema } },
  refusals: [404],
  run: async ({ services, params: { id } }) => {
    const record = await readDeliveryRecord(services, { id: await deliveryIdOf(services, id) });
    return { status: 200, body: fromDelivery(record) };
  },
});

export const deleteImportedStop = endpoint({
  method: "delete",
  path: "/stops/imports/{id}",
  id: "DeleteImportedStop",
  tag: TAG,
  summary: "Delete an imported stop",
  description: "Routes it was put on keep their stop.",
  scope: "deliveries:write",
  params,
  answers: { 200: { description: "Deleted.", schema: emptySchema } },
  refusals: [400, 404, 409],
  run: async ({ services, params: { id } }) => {
    await withdrawDelivery(services, { id: await deliveryIdOf(services, id) });
    return { status: 200, body: {} };
  },
});
