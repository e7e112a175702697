import { beforeAll, describe, test } from "vitest";
import { apiClient } from "@/server/testing/api-client";
import { markTenant, TENANT_MARK } from "@/server/testing/marked-tenant";
import { testTenant } from "@/server/testing/test-tenant";
import { dress } from "./ids";
import { lastmile } from "./lastmile";
import { fuzz, OPERATIONS } from "./testing/fuzz-requests";
import { deliveryRequest, type Shop, shop } from "./testing/shop";

/** All of them together ask for so long, however slow the machine: then each is asked once. */
const MOST_MILLISECONDS = 18_000;

let mine: Shop;
/** Of this tenant, of another one, and of nobody. */
let ids: readonly string[];

beforeAll(async () => {
  mine = await shop();
  const tenant = await testTenant();
  const their = await markTenant(tenant);
  const theirs = await apiClient(lastmile, tenant);
  const foreign = [
    dress("delivery", their.deliveryId!),
    dress("delivery", their.poolDeliveryId!),
    dress("driver", their.driverId!),
    dress("vehicle", their.vehicleId!),
    dress("route", their.routeId!),
    dress("assignment", their.routeId!),
    dress("stop", their.visitId!),
    dress("exception", their.exceptionId!),
    dress("reservation", their.reservationId!),
    dress("API key", theirs.keyId),
  ];
  const marked = deliveryRequest({ source: TENANT_MARK, metadata: { note: TENANT_MARK } });
  const created = await theirs.ask("POST", "/deliveries", { body: marked });
  ids = [...foreign, created.body.delivery_id, created.body.tracking_number, ...(await made(mine)), "nobody"];
});

async function made({ ask }: Shop): Promise<readonly string[]> {
  const body = deliveryRequest();
  const delivery = await ask("POST", "/deliveries", { body });
  const headers = { "content-type": "application/x-ndjson" };
  const job = await ask("POST", "/deliveries/bulk", { body: JSON.stringify(body), headers });
  const driver = await ask("POST", "/drivers", { body: { name: "Ida" } });
  const vehicle = await ask("POST", "/vehicles", { body: { type: "van" } });
  const partner = await ask("POST", "/partners", { body: { name: "P", type: "3pl" } });
  return [delivery.body.delivery_id, job.body.job_id, driver.body.id, vehicle.body.id, partner.body.id];
}

describe("whatever is sent, the answer is one the document knows, and nobody else's", () => {
  test.each(OPERATIONS)("$operation.operationId", (operation) =>
    fuzz(operation, { ...mine, ids }, MOST_MILLISECONDS / OPERATIONS.length),
  );
});
