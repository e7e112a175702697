import { describe, expect, test } from "vitest";
import { stopOf, taskOf, visitOf } from "../testing/sheet";
import { checkDoor, scanKey } from "./check-door";
import { doorActs, doorForm } from "./door-act";
import { groupDoors } from "./group-doors";

const run = { status: "arrived", departedAtMs: null, arrivedAtMs: 1, completion: null } as const;
const tasks = [taskOf("checkbox"), taskOf("decimal", { required: false }), taskOf("photo"), taskOf("pin")];
const item = { id: visitOf("k"), description: "Box", barcode: "", quantity: 3 };
const stop = stopOf("a", { tasks, items: [item] });
const [door] = groupDoors([{ stop, number: 1, run: { ...run, visitId: stop.visitId } }]);
const empty = doorForm(door!);
const photo = { proofId: visitOf("l"), kind: "photo", task: 2 } as const;
const filled = { ...empty, answers: { 0: true, 3: "1234" }, proofs: [photo] };

describe("a door's tasks", () => {
  test("must be done where something is handed over", () => {
    expect([...checkDoor(tasks, empty, "delivered", new Map())]).toEqual([
      [0, "missing"],
      [2, "missing"],
      [3, "missing"],
    ]);
    expect(checkDoor(tasks, filled, "delivered", new Map([[3, true]])).size).toBe(0);
  });

  test("are asked for in a form that was left before there was anything to scan", () => {
    const { scans: _, ...left } = { ...filled, note: "By the gate" };
    const form = doorForm(door!, left);
    expect(form.note).toBe("By the gate");
    expect([...checkDoor([taskOf("barcode")], form, "delivered", new Map())]).toEqual([[0, "missing"]]);
  });

  test("need not be done where nobody was met", () => {
    expect(checkDoor(tasks, empty, "attempted", new Map()).size).toBe(0);
  });

  test("refuse a wrong PIN and a number that is none", () => {
    const values = { ...filled, answers: { ...filled.answers, 1: "4 kg" } };
    expect([...checkDoor(tasks, values, "delivered", new Map([[3, false]]))]).toEqual([
      [1, "not-a-number"],
      [3, "wrong-pin"],
    ]);
  });

  test("a box ticked and unticked again is not ticked", () => {
    const values = { ...filled, answers: { ...filled.answers, 0: false } };
    expect([...checkDoor(tasks, values, "delivered", new Map()).keys()]).toEqual([0]);
  });
});

describe("the act of a door", () => {
  test("carries the answers by their places, and only the counts that differ", () => {
    const values = { ...filled, answers: { ...filled.answers, 1: "2,5" }, counts: { [item.id]: 2 }, note: " ok " };
    expect(doorActs([stop], values, "partial", "missing-item")).toEqual([
      {
        type: "complete",
        visitIds: [stop.visitId],
        outcome: "partial",
        reason: "missing-item",
        note: "ok",
        recipientName: "",
        answers: [
          { task: 0, value: true },
          { task: 1, value: 2.5 },
          { task: 2, value: photo.proofId },
          { task: 3, value: "1234" },
        ],
        items: [{ itemId: item.id, quantity: 2 }],
        proofIds: [photo.proofId],
      },
    ]);
    const [whole] = doorActs([stop], { ...values, counts: { [item.id]: 3 } }, "delivered", undefined);
    expect(whole!.items).toEqual([]);
  });

  test("leaves out the orders that were unticked", () => {
    const other = stopOf("b", { tasks });
    const visitIds = [other.visitId];
    expect(doorActs([stop, other], { ...filled, visitIds }, "delivered", undefined)).toMatchObject([{ visitIds }]);
  });

  test("is one for each order where each has its code, and none is missing", () => {
    const stops = ["a", "b"].map((letter) => stopOf(letter, { tasks: [taskOf("barcode"), taskOf("photo")] }));
    const [one, two] = stops.map(({ visitId }) => visitId) as [string, string];
    const proofs = [{ ...photo, task: 1 }];
    const half = { ...empty, visitIds: [one, two], scans: { [scanKey(0, one)]: " A1 " }, proofs };
    expect([...checkDoor(stops[0]!.tasks, half, "delivered", new Map())]).toEqual([[0, "missing"]]);
    const both = { ...half, scans: { ...half.scans, [scanKey(0, two)]: "B2" } };
    expect(checkDoor(stops[0]!.tasks, both, "delivered", new Map()).size).toBe(0);
    const answers = (code: string) => [
      { task: 0, value: code },
      { task: 1, value: photo.proofId },
    ];
    expect(doorActs(stops, both, "delivered", undefined)).toMatchObject([
      { visitIds: [one], answers: answers("A1"), proofIds: [photo.proofId] },
      { visitIds: [two], answers: answers("B2"), proofIds: [photo.proofId] },
    ]);
    const left = { ...both, visitIds: [two] };
    expect(doorActs(stops, left, "delivered", undefined)).toMatchObject([{ visitIds: [two], answers: answers("B2") }]);
  });
});
