import fc from "fast-check";
import { expect, test } from "vitest";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import { type HandedOver, judgePartnerWord, PARTNER_WORDS, type PartnerWord } from "./partner-word";

const NEW: HandedOver = { handover: "accepted", delivery: "assigned", saidAt: null };
const at = (minute: number) => new Date(Date.UTC(2031, 2, 3, 8, minute));

/** Where a delivery stands after words with their times, and what became of each. */
function after(words: readonly (readonly [PartnerWord, number])[], begin = NEW) {
  const verdicts: string[] = [];
  let state = begin;
  for (const [word, minute] of words) {
    const judged = judgePartnerWord(state, word, at(minute));
    verdicts.push(judged.verdict);
    if (judged.verdict !== "applied") continue;
    const { handover = state.handover, delivery = state.delivery } = judged;
    const saidAt = state.saidAt && state.saidAt > at(minute) ? state.saidAt : at(minute);
    state = { handover, delivery, saidAt };
  }
  return { ...state, verdicts };
}

test("a day as it should be", () => {
  const day = after([
    ["accepted", 0],
    ["picked-up", 1],
    ["enroute", 2],
    ["arrived", 9],
    ["delivered", 10],
  ]);
  expect(day).toMatchObject({ delivery: "delivered", handover: "done" });
  expect(day.verdicts).toEqual(["superseded", "applied", "superseded", "applied", "applied"]);
});

test("the end first, and the way there later: it stays at its end", () => {
  const day = after([
    ["delivered", 10],
    ["arrived", 9],
    ["enroute", 2],
    ["delivered", 10],
    ["failed", 5],
  ]);
  expect(day.delivery).toBe("delivered");
  expect(day.verdicts.slice(1)).toEqual(["superseded", "superseded", "superseded", "superseded"]);
});

test("what was delivered cannot fail later, what has failed may be delivered later or go back", () => {
  expect(
    after([
      ["delivered", 10],
      ["failed", 11],
    ]).verdicts,
  ).toEqual(["applied", "rejected"]);
  expect(
    after([
      ["failed", 10],
      ["delivered", 20],
    ]).delivery,
  ).toBe("delivered");
  expect(
    after([
      ["failed", 10],
      ["delivered", 5],
    ]).verdicts,
  ).toEqual(["applied", "superseded"]);
  expect(
    after([
      ["failed", 10],
      ["returned", 20],
    ]).delivery,
  ).toBe("returned");
});

test("given back before its end it is ours again, and he has no say in it any more", () => {
  const back = after([
    ["cancelled", 3],
    ["enroute", 4],
    ["delivered", 5],
  ]);
  expect(back).toMatchObject({ delivery: "requested", handover: "given-back" });
  expect(back.verdicts).toEqual(["applied", "rejected", "rejected"]);
  expect(
    after([
      ["delivered", 1],
      ["declined", 2],
    ]).verdicts[1],
  ).toBe("rejected");
});

test("what we cancelled is not driven any more", () => {
  const cancelled: HandedOver = { ...NEW, delivery: "cancelled" };
  expect(
    after(
      [
        ["enroute", 1],
        ["delivered", 2],
      ],
      cancelled,
    ).verdicts,
  ).toEqual(["superseded", "rejected"]);
});

test("no order of words moves a delivery backwards", () => {
  const rank: Readonly<Record<DeliveryStatus, number>> = {
    requested: 9,
    scheduled: 0,
    assigned: 0,
    enroute: 1,
    failed: 2,
    delivered: 3,
    cancelled: 3,
    returned: 3,
  };
  const words = fc.array(fc.tuple(fc.constantFrom(...PARTNER_WORDS), fc.integer({ min: 0, max: 59 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, (said) => {
      let before = rank.assigned;
      for (let length = 1; length <= said.length; length++) {
        const now = rank[after(said.slice(0, length)).delivery];
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
      }
    }),
  );
});
