import { expect, test } from "vitest";
import { type MadeStop, madeInOrder } from "./made-order";

const stop = (visitId: string, status: MadeStop["status"], atMs: number): MadeStop => ({
  visitId,
  status,
  departedAtMs: status === "enroute" ? atMs : null,
  arrivedAtMs: status === "arrived" ? atMs : null,
  completedAtMs: status === "delivered" ? atMs : null,
});

test("what is done comes first, by when it was done; parcels of one moment stay as they are planned", () => {
  const planned = ["e", "d", "c", "b", "a"];
  const stops = [
    stop("a", "enroute", 1),
    stop("b", "delivered", 20),
    stop("c", "arrived", 30),
    stop("d", "arrived", 30),
    stop("e", "delivered", 10),
    stop("f", "planned", 0),
  ];
  const ids = madeInOrder(stops, (visitId) => planned.indexOf(visitId)).map(({ visitId }) => visitId);
  expect(ids).toEqual(["e", "b", "d", "c", "a"]);
});
