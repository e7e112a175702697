import { createHmac } from "node:crypto";
import { beforeAll, describe, test } from "vitest";
import type { Credential } from "@/server/domain/access/api-caller";
import { markTenant } from "@/server/testing/marked-tenant";
import { testTenant } from "@/server/testing/test-tenant";
import { dress, undress } from "./ids";
import { lastmile } from "./lastmile";
import { drivenShop } from "./testing/driven-shop";
import { type Fuzzer, fuzz, OPERATIONS } from "./testing/fuzz-requests";

/** Of each kind of token, however slow the machine. */
const MOST_MILLISECONDS = 4000;

const operationsOf = (credential: Credential) => {
  const taking = lastmile.endpoints.filter(({ credentials }) => credentials.includes(credential)).map(({ id }) => id);
  return OPERATIONS.filter(({ operation }) => taking.includes(operation.operationId));
};
const OF_DRIVERS = operationsOf("driver");
const OF_PARTNERS = operationsOf("partner");

let driver: Fuzzer;
let partner: Fuzzer;

beforeAll(async () => {
  const day = await drivenShop([[0, 1, 2, 3], [4]]);
  const their = await markTenant(await testTenant());
  const foreign = [
    dress("delivery", their.deliveryId!),
    dress("stop", their.visitId!),
    dress("driver", their.driverId!),
    dress("route", their.routeId!),
    dress("assignment", their.routeId!),
  ];
  const { body: made } = await day.ask("POST", "/partners", { body: { name: "Swift", type: "3pl" } });
  const partnerId: string = made.partner_id;
  const { body: key } = await day.ask("POST", "/keys", { body: { name: "Swift's", partner_id: partnerId } });
  const { raw } = day.scenario.tenant.database;
  // The second driver is the partner's: what is said of his route becomes his acts.
  await raw`update driver set partner_id = ${undress("partner", partnerId)!} where id = ${day.scenario.driverIds[1]!}`;
  const stops = [0, 1, 2, 3, 4].map(day.stop);
  const ids = [...stops, ...foreign, day.assignment(0), day.assignment(1), day.delivery(4), "nobody"];
  const { ask, failures } = day;
  driver = { ask, failures, ids, token: await day.tokenOf(0), own: { assignmentId: day.assignment(0) } };
  const sign = (text: string) => {
    const timestamp = String(Math.floor(day.clock.now().getTime() / 1000));
    const signature = createHmac("sha256", key.signing_secret).update(`${timestamp}.${text}`).digest("hex");
    return { "x-partner-timestamp": timestamp, "x-partner-signature": `sha256=${signature}` };
  };
  partner = { ask, failures, ids, token: key.key, sign, own: { partnerId, assignmentId: day.assignment(1) } };
});

describe("whatever a driver sends, the answer is one the document knows, and nobody else's", () => {
  test.each(OF_DRIVERS)("$operation.operationId", (operation) =>
    fuzz(operation, driver, MOST_MILLISECONDS / OF_DRIVERS.length),
  );
});

describe("whatever a partner sends, the answer is one the document knows, and nobody else's", () => {
  test.each(OF_PARTNERS)("$operation.operationId", (operation) =>
    fuzz(operation, partner, MOST_MILLISECONDS / OF_PARTNERS.length),
  );
});
