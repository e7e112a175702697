import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeId } from "@/server/domain/ids";
import { boardVisitAt, buildBoard, underWayAt } from "@/server/testing/board-builder";
import { packBoard, unpackBoard } from "./pack-board";

describe("packBoard", () => {
  test("gives the same board back", () => {
    const visits = [
      boardVisitAt("a", 1, 2, { windows: [{ fromSeconds: 30_000, toSeconds: 40_000 }] }),
      boardVisitAt("p", 3, 4, {
        deliveryId: "pd",
        pairKey: "pd",
        pairRole: "pickup",
        role: "pickup",
        pickup: [1, 0, 1, 0],
      }),
      boardVisitAt("q", 5, 4, { deliveryId: "pd", pairKey: "pd", pairRole: "dropoff" }),
      boardVisitAt("n", 0, 0, {
        position: null,
        obstacle: "unlocated",
        skills: ["fridge"],
        tags: ["vip"],
        isDoubtful: true,
      }),
    ];
    const round = (value: number) => Math.round(value * 1e6) / 1e6;
    const board = buildBoard(
      visits.map((visit) => ({
        ...visit,
        position: visit.position && { lat: round(visit.position.lat), lng: round(visit.position.lng) },
      })),
      [["a", "p", "q"], []],
    );
    const wire = JSON.parse(JSON.stringify(packBoard(board)));
    expect(unpackBoard(wire)).toEqual(board);
  });

  test("gives any board back", () => {
    fc.assert(
      fc.property(manyVisits, fc.nat(8), (visits, made) => {
        const ids = visits.filter(({ position }) => position).map(({ id }) => id);
        const built = buildBoard(visits, [ids.slice(0, 5), [], ids.slice(5, 12).reverse()]);
        const lockedOf = (index: number) => ({ lockedToDriver: index % 2 === 0, lockedToPosition: index % 3 === 0 });
        const routes = built.routes.map((route) => ({
          ...route,
          stops: route.stops.map((stop, index) => ({ ...stop, ...lockedOf(index) })),
        }));
        const board = {
          ...built,
          routes: routes.map((route, i) => (i === 2 ? underWayAt(route, made, built) : route)),
        };
        const unpacked = unpackBoard(JSON.parse(JSON.stringify(packBoard(board))));
        expect(unpacked).toEqual(board);
        expect([...unpacked.visits.keys()]).toEqual([...board.visits.keys()]);
      }),
    );
  });

  test("5,000 visits made at once travel in 20 bytes each", () => {
    let made = 0;
    // As an import makes them: some a millisecond, each a short way behind the one before.
    const nextId = () => {
      made++;
      return composeId(1_790_000_000_000 + Math.floor(made / 40), 2 ** 40 + made * 128 + ((made * 7919) % 128));
    };
    const visits = Array.from({ length: 5000 }, (_, i) => {
      const deliveryId = nextId();
      return boardVisitAt(nextId(), ((i * 61) % 997) / 10, ((i * 37) % 991) / 10, {
        deliveryId,
        externalId: `ORD-${i}`,
        name: `Given${(i * 31) % 71} Family${(i * 17) % 83}`,
        street: `Some Longish Street ${(i * 7) % 200}, 3. tv`,
        windows: [{ fromSeconds: 28_800 + (i % 8) * 1800, toSeconds: 36_000 + (i % 8) * 1800 }],
        deliver: [500 * ((i * 13) % 40), 0, 1 + (i % 3), 0],
      });
    });
    const ids = visits.map((visit) => visit.id);
    const board = buildBoard(
      visits,
      Array.from({ length: 40 }, (_, r) => ids.slice(r * 125, (r + 1) * 125)),
    );
    expect(gzipSync(JSON.stringify(packBoard(board))).length).toBeLessThan(100_000);
  });
});

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "a|b^", "^0", "Main St 007", "\n|", " 12"));
const seconds = fc.integer({ min: 0, max: 100_000 });
const loads = fc.tuple(fc.nat(), fc.nat(9), fc.nat(1), fc.constant(0));
const degrees = (most: number) => fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((value) => value / 1e6);

const arbitraryVisit = fc
  .record({
    id: fc.oneof(
      fc.uuid(),
      fc
        .tuple(fc.nat(2 ** 30), fc.nat(2 ** 30))
        .map(([milliseconds, random]) => composeId(milliseconds * 1000, random * 2 ** 17)),
    ),
    deliveryId: fc.nat(2 ** 30).map((milliseconds) => composeId(milliseconds, milliseconds)),
    externalId: anyText,
    name: anyText,
    street: anyText,
    place: anyText,
    position: fc.option(fc.record({ lat: degrees(80), lng: degrees(180) })),
    serviceSeconds: seconds,
    windows: fc.array(fc.record({ fromSeconds: seconds, toSeconds: seconds }), { maxLength: 2 }),
    deliver: loads,
    pickup: loads,
    skills: fc.array(anyText, { maxLength: 2 }),
  })
  .map(({ id, ...over }) => boardVisitAt(id, 0, 0, over));

const manyVisits = fc.uniqueArray(arbitraryVisit, { selector: ({ id }) => id, maxLength: 30 });
