import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createAddressBookLookup } from "@/db/queries/location/address-book-lookup";
import { createAddressBookGeocoder } from "@/server/adapters/geocoder/address-book-geocoder";
import { distanceMeters } from "@/server/domain/geo";
import { geocodeLocations } from "@/server/jobs/handlers/geocode-locations";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { getDelivery } from "@/server/services/order/get-delivery";
import { listDeliveries } from "@/server/services/order/list-deliveries";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { findSample } from "@/server/testing/sample-data";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { chooseCandidate } from "./choose-candidate";
import { importAddressBook } from "./import-address-book";
import { listDoubtfulLocations } from "./list-doubtful-locations";
import { pinLocation } from "./pin-location";

const BOOK = `street,house_number,postcode,city,country,lat,lon
Bredgade,1,1260,København K,DK,55.681,12.588
Bredgade,3,1260,København K,DK,55.682,12.589
Bredgade,,1260,København K,DK,55.683,12.590
Nørregade,10,1165,København K,DK,55.680,12.572
Nørregade,10,7500,Holstebro,DK,56.360,8.617
`;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const noSignal = new AbortController().signal;

async function bookTenant(csv = BOOK): Promise<{ tenant: TestTenant; projectId: string }> {
  const tenant = await testTenant();
  const projectId = await testProject(tenant);
  await importAddressBook(tenant.context(), { bytes: bytesOf(csv) });
  return { tenant, projectId };
}

function geocode(tenant: TestTenant) {
  const geocoder = async (organizationId: string) =>
    createAddressBookGeocoder(createAddressBookLookup(tenant.database, organizationId));
  const services = tenant.systemContext({ geocoder });
  return geocodeLocations(services, { organizationId: tenant.organizationId, correlationId: "test" }, noSignal);
}

describe("geocoding with the address book", () => {
  test("tells what it took in, is idempotent, and refuses files without addresses", async () => {
    const { tenant } = await bookTenant();
    const again = await importAddressBook(tenant.context(), { bytes: bytesOf(BOOK), mode: "add" });
    expect(again).toMatchObject({ doors: 4, streets: 3, imported: 4, faultCount: 1 });
    expect(again.faults).toEqual([{ rowNumber: 4, message: "The house number is empty." }]);
    await expect(importAddressBook(tenant.context(), { bytes: bytesOf("a,b\n1,2\n") })).rejects.toMatchObject({
      code: "invalid",
      details: { missing: ["street", "house number", "lat", "lon"] },
    });
    await expect(importAddressBook(tenant.context("dispatcher"), { bytes: bytesOf(BOOK) })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("places what it knows, queues what it doubts; a pin is remembered and moves all open doors", async () => {
    const { tenant, projectId } = await bookTenant();
    const context = tenant.context("dispatcher");
    const at = (street: string, postcode: string, city: string) => ({
      dropoff: { address: { street, postcode, city } },
    });
    const { verdicts } = await createDeliveries(context, {
      projectId,
      deliveries: [
        dropoffDraft(1, at("Bredgade 3, 2. tv", "1260", "København K")),
        dropoffDraft(2, at("Nosuchgade 9", "1260", "København K")),
        dropoffDraft(3, at("Nosuchgade 9", "1260", "København K")),
        dropoffDraft(4, at("Hvidkildevej 1", "9999", "Nowhere")),
      ],
    });
    const ids = verdicts.map(({ deliveryId }) => deliveryId!);
    await geocode(tenant);
    const first = await getDelivery(context, { id: ids[0]! });
    expect(first.visits[0]).toMatchObject({ confidence: "exact", position: { lat: 55.682, lng: 12.589 } });
    const queue = await listDoubtfulLocations(context, { projectId });
    expect(queue).toMatchObject({ addresses: 2, pending: 0, nextCursor: null });
    expect(queue.rows.map(({ street, confidence, deliveryCount }) => [street, confidence, deliveryCount])).toEqual([
      ["Hvidkildevej 1", "none", 1],
      ["Nosuchgade 9", "city", 2],
    ]);
    const inDoubt = await listDeliveries(context, { filter: { projectId, location: "doubtful" } });
    expect(inDoubt.total).toBe(3);

    const chosen = await chooseCandidate(context, { locationId: queue.rows[1]!.locationId, candidate: 0 });
    expect(chosen).toEqual({ moved: 2 });
    const position = { lat: 55.7, lng: 12.5 };
    expect(await pinLocation(context, { locationId: queue.rows[1]!.locationId, position })).toEqual({ moved: 2 });
    expect((await getDelivery(context, { id: ids[2]! })).visits[0]).toMatchObject({ confidence: "pinned", position });
    const later = await createDeliveries(context, {
      projectId,
      deliveries: [
        dropoffDraft(5, {
          dropoff: { address: { street: "nosuchgade 9, st. th", postcode: "1260" }, position: { lat: 1, lng: 1 } },
        }),
      ],
    });
    const visit = (await getDelivery(context, { id: later.verdicts[0]!.deliveryId! })).visits[0];
    expect(visit).toMatchObject({ confidence: "pinned", position });
  });

  test("a viewer may look but not pin", async () => {
    const { tenant, projectId } = await bookTenant();
    await createDeliveries(tenant.context(), { projectId, deliveries: [dropoffDraft(700)] });
    await geocode(tenant);
    const viewer = tenant.context("viewer");
    const { rows } = await listDoubtfulLocations(viewer, { projectId });
    const pin = { locationId: rows[0]!.locationId, position: { lat: 55.7, lng: 12.5 } };
    await expect(pinLocation(viewer, pin)).rejects.toMatchObject({ code: "forbidden" });
    const other = await testTenant();
    await expect(pinLocation(other.context(), pin)).rejects.toMatchObject({ code: "not-found" });
  });

  const bookFile = findSample("copenhagen", "addresses.csv");
  test.skipIf(!bookFile)("35,000 addresses in, 1,500 doors found", async () => {
    const tenant = await testTenant();
    const projectId = await testProject(tenant);
    const bytes = readFileSync(bookFile!);
    const importFrom = performance.now();
    const imported = await importAddressBook(tenant.context(), { bytes });
    const importSeconds = (performance.now() - importFrom) / 1000;
    expect(imported.doors).toBeGreaterThan(34_000);
    const lines = bytes.toString("utf8").trim().split("\n").slice(1);
    const sample = Array.from({ length: 1500 }, (_, index) => lines[Math.floor((index * lines.length) / 1500)]!);
    const doors = sample.map((line) => line.split(",")).filter((cells) => cells.length === 7);
    const { verdicts } = await createDeliveries(tenant.context(), {
      projectId,
      deliveries: doors.map(([street, number, postcode, city], index) => ({
        externalId: `D-${index}`,
        dropoff: { address: { street: `${street} ${number}`, postcode, city } },
      })),
    });
    const geocodeFrom = performance.now();
    await geocode(tenant);
    const geocodeSeconds = (performance.now() - geocodeFrom) / 1000;
    process.stdout.write(
      `address book of ${imported.doors} doors in ${importSeconds.toFixed(1)} s; ${doors.length} doors geocoded in ${geocodeSeconds.toFixed(1)} s\n`,
    );
    const rows = [];
    let cursor: string | null | undefined;
    do {
      const page = await listDeliveries(tenant.context(), { filter: { projectId }, cursor, limit: 500 });
      rows.push(...page.rows);
      cursor = page.nextCursor;
    } while (cursor);
    expect(rows.length).toBe(verdicts.length);
    const byNumber = new Map(rows.map((row) => [row.externalId, row]));
    const found = doors.filter((cells, index) => {
      const row = byNumber.get(`D-${index}`)!;
      const isSure = row.confidence === "exact" || row.confidence === "interpolated";
      const truth = { lat: Number(cells[5]), lng: Number(cells[6]) };
      return isSure && distanceMeters({ lat: row.lat!, lng: row.lng! }, truth) < 60;
    });
    expect(found.length / doors.length).toBeGreaterThan(0.95);
  });
});
