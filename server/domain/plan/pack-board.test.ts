import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { boardVisitAt, buildBoard } from "@/server/testing/board-builder";
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

  test("5,000 visits travel in about a megabyte", () => {
    const visits = Array.from({ length: 5000 }, (_, i) =>
      boardVisitAt(`019a0000-0000-8000-8000-${String(i).padStart(12, "0")}`, i % 91, i % 87, {
        deliveryId: `019b0000-0000-8000-8000-${String(i).padStart(12, "0")}`,
        externalId: `ORD-${i}`,
        name: `Customer Number ${i}`,
        street: `Some Longish Street ${i % 200}, 3. tv`,
        windows: [{ fromSeconds: 28_800 + (i % 8) * 1800, toSeconds: 36_000 + (i % 8) * 1800 }],
        deliver: [500 * (i % 40), 0, 1 + (i % 3), 0],
      }),
    );
    const ids = visits.map((visit) => visit.id);
    const board = buildBoard(
      visits,
      Array.from({ length: 40 }, (_, r) => ids.slice(r * 125, (r + 1) * 125)),
    );
    const text = JSON.stringify(packBoard(board));
    expect(text.length).toBeLessThan(1_200_000);
    expect(gzipSync(text).length).toBeLessThan(400_000);
  });
});
