import { describe, expect, test } from "vitest";
import { completeOf, keptOf, visitOf } from "../testing/sheet";
import { settleActs, waitingActs, withoutStrangers } from "./settle-acts";

const moved = { reason: "not-on-route", message: "", movedToRoute: 7, isSaidAgain: false };

test("acts wait in the order they were made; refused ones wait for nobody", () => {
  const acts = [keptOf(3, { type: "break-end" }), keptOf(1, { type: "accept" }), keptOf(2, completeOf("a"), moved)];
  expect(waitingActs(acts).map(({ act }) => act.deviceSeq)).toEqual([1, 3]);
});

describe("the server's answers", () => {
  const acts = [1, 2, 3, 4].map((minute) => keptOf(minute, { type: "report", kind: "other", note: "", proofIds: [] }));
  const [one, two, three, four] = acts;

  test("cross off what it has, however it came to have it, and keep what it refused", () => {
    const { taken, refused } = settleActs(acts, [
      { opId: two!.opId, verdict: "duplicate" },
      { opId: one!.opId, verdict: "applied" },
      { opId: three!.opId, verdict: "rejected", reason: "not-on-route", movedToRoute: 7 },
      { opId: four!.opId, verdict: "superseded" },
    ]);
    expect(taken).toEqual([one, two, four]);
    expect(refused).toEqual([{ ...three, refusal: moved }]);
  });

  test("leave waiting what they do not speak of", () => {
    const { taken, refused } = settleActs(acts, [{ opId: one!.opId, verdict: "applied" }]);
    expect([...taken, ...refused]).toEqual([one]);
  });
});

describe("an act for several parcels, one of which has left the route", () => {
  const act = keptOf(1, completeOf("a", "b", "c"), moved);

  test("is said again for those that are still there, at the time it was made", () => {
    const again = withoutStrangers(act, new Set([visitOf("a"), visitOf("c")]));
    expect(again).toMatchObject({ visitIds: [visitOf("a"), visitOf("c")], occurredAt: act.act.occurredAt });
  });

  test("is said again too when the one was cancelled; not for any other reason", () => {
    const onRoute = new Set([visitOf("a"), visitOf("c")]);
    const because = (reason: string) => withoutStrangers({ ...act, refusal: { ...moved, reason } }, onRoute);
    expect(because("order-cancelled")).toMatchObject({ visitIds: [visitOf("a"), visitOf("c")] });
    expect(because("wrong-pin")).toBeNull();
  });

  test("is not said again when nothing is left of it, when nothing was missing, or twice", () => {
    expect(withoutStrangers(act, new Set())).toBeNull();
    expect(withoutStrangers(act, new Set(["a", "b", "c"].map(visitOf)))).toBeNull();
    const said = { ...act, refusal: { ...moved, isSaidAgain: true } };
    expect(withoutStrangers(said, new Set([visitOf("a")]))).toBeNull();
  });
});
