import { describe, expect, test } from "vitest";
import { evidenceFlags } from "./evidence-flags";
import type { ProofFacts, VisitEvidence } from "./visit-evidence";

const DOOR = { lat: 55.6761, lng: 12.5683 };
const NOON = Date.parse("2026-06-10T12:00:00Z");
/** So many metres north of the door. */
const north = (meters: number, accuracyMeters?: number) => ({
  lat: DOOR.lat + meters / 111_195,
  lng: DOOR.lng,
  ...(accuracyMeters !== undefined && { accuracyMeters }),
});

const photo = (over: Partial<ProofFacts> = {}): ProofFacts => ({
  id: "photo-1",
  kind: "photo",
  status: "verified",
  rejection: null,
  contentType: "image/jpeg",
  sha256: "a".repeat(64),
  bytes: 1000,
  cleanSha256: "b".repeat(64),
  widthPixels: 640,
  heightPixels: 480,
  takenAtMs: NOON - 60_000,
  receivedAtMs: NOON,
  clearedAtMs: null,
  position: north(10, 5),
  exifTakenAtMs: null,
  exifPosition: null,
  brightness: 120,
  sharpness: 500,
  reuseOf: null,
  ...over,
});

function visit(
  over: Partial<VisitEvidence> = {},
  completion: Partial<VisitEvidence["completion"]> = {},
): VisitEvidence {
  return {
    routeId: "route",
    visitId: "visit",
    planId: "plan",
    deliveryId: "delivery",
    routeNumber: 1,
    date: "2026-06-10",
    timeZone: "Europe/Copenhagen",
    driverId: "driver",
    driverName: "Dan",
    role: "dropoff",
    externalId: "T-1",
    contactName: "Ann",
    street: "Gade 1",
    town: "Town",
    address: DOOR,
    arrivedAtMs: NOON - 120_000,
    completion: {
      opId: "op",
      outcome: "delivered",
      reason: null,
      note: "",
      recipientName: "Ann",
      answers: [],
      items: [],
      proofIds: ["photo-1"],
      position: north(20, 10),
      atMs: NOON,
      ...completion,
    },
    receivedAtMs: NOON,
    skewSeconds: 0,
    tasks: [],
    items: [],
    proofs: [photo()],
    review: { state: "pending", note: "", reviewedBy: null, reviewedAtMs: null },
    ...over,
  };
}

const kinds = (evidence: VisitEvidence) => evidenceFlags(evidence).map(({ kind }) => kind);
const task = (kind: "photo" | "signature" | "checkbox" | "barcode", required = true) => ({
  kind,
  label: kind,
  required,
  options: [],
});

test("nothing is said of a visit in order", () => {
  expect(evidenceFlags(visit())).toEqual([]);
});

describe("distance from the address", () => {
  test("counts from 150 m beyond the accuracy of the device", () => {
    expect(kinds(visit({}, { position: north(158, 10) }))).toEqual([]);
    expect(evidenceFlags(visit({}, { position: north(163, 10) }))).toEqual([
      { kind: "far-from-address", amount: 163, proofIds: [] },
    ]);
  });
  test("names the pictures taken elsewhere; the camera's own position counts before the app's", () => {
    expect(evidenceFlags(visit({ proofs: [photo({ exifPosition: north(900) })] }))).toEqual([
      { kind: "far-from-address", amount: 900, proofIds: ["photo-1"] },
    ]);
  });
  test("is not guessed where address or device is nowhere", () => {
    expect(kinds(visit({ address: null }, { position: north(9000) }))).toEqual([]);
    expect(kinds(visit({ proofs: [photo({ position: null })] }, { position: null }))).toEqual([]);
  });
});

test("an end before the arrival, and a device's clock more than five minutes off", () => {
  expect(evidenceFlags(visit({ arrivedAtMs: NOON + 90_000 }))).toEqual([
    { kind: "before-arrival", amount: 90, proofIds: [] },
  ]);
  expect(kinds(visit({ skewSeconds: 300 }))).toEqual([]);
  expect(kinds(visit({ skewSeconds: -301, proofs: [photo({ takenAtMs: NOON + 250_000 })] }))).toEqual(["clock-skew"]);
  expect(kinds(visit({ arrivedAtMs: null }))).toEqual([]);
});

test("pictures used before, refused, too dark, blurred, empty, or taken at another time", () => {
  const flagged = (over: Partial<ProofFacts>) => kinds(visit({ proofs: [photo(over)] }));
  expect(flagged({ reuseOf: "other" })).toEqual(["reused-photo"]);
  expect(flagged({ status: "rejected", rejection: "wrong-hash" })).toEqual(["rejected-file"]);
  expect(flagged({ brightness: 20, sharpness: 5 })).toEqual(["too-dark"]);
  expect(flagged({ sharpness: 5 })).toEqual(["blurred"]);
  expect(flagged({ kind: "signature", sharpness: 0, brightness: 255 })).toEqual(["blank"]);
  expect(flagged({ takenAtMs: NOON - 3 * 3600_000 })).toEqual(["wrong-time"]);
  expect(flagged({ takenAtMs: NOON + 11 * 60_000 })).toEqual(["wrong-time"]);
});

describe("what is missing", () => {
  test("pictures that are named and have not come, and kinds that had to be there", () => {
    expect(kinds(visit({ proofs: [photo({ status: "expected" })] }))).toEqual(["missing-proof"]);
    expect(kinds(visit({ proofs: [], tasks: [task("signature")] }, { proofIds: [] }))).toEqual(["missing-proof"]);
    expect(kinds(visit({ tasks: [task("photo"), task("signature", false)] }))).toEqual([]);
  });
  test("tasks without an answer, where something was handed over", () => {
    const tasks = [task("checkbox"), task("barcode"), task("checkbox", false)];
    expect(evidenceFlags(visit({ tasks }, { answers: [{ task: 0, value: true }] }))).toEqual([
      { kind: "missing-task", amount: 1, proofIds: [] },
    ]);
    expect(kinds(visit({ tasks }, { outcome: "failed", reason: "nobody-home" }))).toEqual([]);
  });
  test("items short, unless the driver said it was a part", () => {
    const items = [{ id: "item", description: "Box", barcode: "", quantity: 3 }];
    const short = { items: [{ itemId: "item", quantity: 1 }] };
    expect(evidenceFlags(visit({ items }, short))).toEqual([{ kind: "missing-item", amount: 2, proofIds: [] }]);
    expect(kinds(visit({ items }, { ...short, outcome: "partial" }))).toEqual([]);
  });
});
