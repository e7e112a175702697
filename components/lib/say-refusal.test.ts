import { describe, expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { NO_SUCH } from "@/server/domain/refusal/desk-reasons";
import { PLAIN_REASONS, type PlainReason, type RefusalReason } from "@/server/domain/refusal/refusal-reason";
import { sayRefusal } from "./say-refusal";

const english = wordsFor("refusals");
const spanish = wordsFor("refusals", { language: "es", locale: "es-ES" });
const message = "in the server's own words";
const say = (details: RefusalReason & Record<string, unknown>, t = english) => sayRefusal(t, { message, details });

type Particular = Exclude<RefusalReason, { readonly reason: PlainReason }>;
/** One of each; a reason left out does not compile. */
const SAMPLES: { readonly [R in Particular["reason"]]: Omit<Extract<Particular, { reason: R }>, "reason"> } = {
  permission: { permission: "plan.edit" },
  input: { issues: [{ path: "dropoff.phone", message: "must be a phone number" }] },
  "no-such": { what: "plan" },
  too_large: { limit: 50 },
  too_large_unpacked: { limit: 300 },
  too_many_columns: { columns: 10_000, limit: 300 },
  binary: { kind: "picture" },
  other_document: { kind: "web-page" },
  too_many_rows: { limit: 100_000 },
  cell_too_long: { limit: 5_000, line: 12 },
  missing_columns: { missing: ["lat", "lon"] },
  import_status: { status: "importing" },
  imported: { rowNumber: 7 },
  "source-failed": { fault: "unreachable", host: "geocode.example" },
  in_use: { name: "North", drivers: 2, days: 1, projects: 0 },
  "visit-closed": { stop: "A-7" },
  "no-position": { stop: "A-7" },
  "anchor-not-found": {},
  "pair-order": { stop: "A-7" },
  "pair-split": { stop: "A-7" },
  "stop-made": { stop: "ORD-1" },
  "goods-aboard": { stop: "ORD-1" },
  "same-driver": { driver: "Ida" },
  "driver-inactive": { driver: "Ida" },
  "no-vehicle": { driver: "Ida" },
  "vehicle-in-use": { routeNumber: 3 },
  "nothing-to-split": { routeNumber: 3 },
  "stop-locked": { stop: "A-7", lock: "driver" },
  "route-locked": { routeNumber: 3 },
  "route-finished": { routeNumber: 3 },
  "depot-without-position": { routeNumber: 3 },
  "not-dispatched": { routeNumber: 3 },
  finished: { routeNumber: 3 },
  "no-contact": { driver: "Ida" },
  "changed-since": { routeNumbers: [3] },
  "changed-since-preview": { routeNumbers: [3, 5] },
  "needs-confirmation": { routeNumbers: [3] },
  "stops-moved": {
    conflicts: [{ isOnBoard: true, routeNumber: 5, routeId: "r-5", seenRouteId: "r-3" }],
    changedBy: "Ana",
  },
  "routes-changed": { routes: [{ routeNumber: 3 }], changedBy: "Ana" },
  "locked-since": { changedBy: "Ana" },
  "orders-changed": { count: 2 },
};
const reasons: RefusalReason[] = [
  ...PLAIN_REASONS.map((reason) => ({ reason })),
  ...NO_SUCH.map((what) => ({ reason: "no-such" as const, what })),
  ...Object.entries(SAMPLES).map(([reason, particulars]) => ({ reason, ...particulars }) as RefusalReason),
];

describe("a refusal", () => {
  test.each(reasons.map((details) => [JSON.stringify(details), details] as const))(
    "%s has words of its own in both languages",
    (_, details) => {
      for (const t of [english, spanish]) {
        expect(say(details, t)).not.toBe(message);
        expect(say(details, t)).not.toMatch(/undefined|\{|NaN/);
      }
      expect(say(details, spanish)).not.toBe(say(details));
    },
  );

  test("says what it is about", () => {
    expect(say({ reason: "needs-confirmation", routeNumbers: [3, 5] })).toBe(
      "Routes 3 and 5 have been sent to their drivers: look at the change first, then confirm it.",
    );
    expect(say({ reason: "needs-confirmation", routeNumbers: [3] }, spanish)).toBe(
      "La ruta 3 ya se ha enviado a su conductor: mire antes el cambio y confírmelo.",
    );
    expect(say({ reason: "on_route", subject: "A-7" }, spanish)).toBe(
      "A-7: Este pedido está en una ruta. Quítelo antes de la ruta.",
    );
    const conflicts = [{ isOnBoard: true, routeNumber: 5, routeId: "r-5", seenRouteId: "r-5" }];
    expect(say({ reason: "stops-moved", conflicts, changedBy: "Ana" }, spanish)).toBe(
      "La parada está ahora en otro lugar de la ruta 5. (Ana)",
    );
  });

  test("nobody here knows, or that lacks its particulars, is said in the server's own words", () => {
    for (const details of [{}, { reason: "of-a-newer-server" }, { reason: "needs-confirmation" }, { reason: 7 }]) {
      expect(sayRefusal(spanish, { message, details })).toBe(message);
    }
  });
});
