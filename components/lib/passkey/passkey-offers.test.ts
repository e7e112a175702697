import { expect, test } from "vitest";
import type { PasskeyOutcome, PasskeyProblem } from "./call-passkey";
import { passkeyOffers } from "./passkey-offers";

const refused: PasskeyOutcome = { ok: false, problem: { reason: "refused" } };
const cancelled: PasskeyOutcome = { ok: false, problem: { reason: "cancelled" } };

/** A page whose offers end as the test says. */
async function page() {
  const state = { isSeen: true, isLatest: true, done: 0, cancelled: 0, problems: [] as PasskeyProblem[] };
  const made: { pick: () => void; end: (outcome: PasskeyOutcome) => void }[] = [];
  const offers = passkeyOffers({
    isAble: async () => true,
    isSeen: () => state.isSeen,
    isLatest: () => state.isLatest,
    cancel: () => {
      state.cancelled++;
    },
    signIn: (pick) => new Promise((end) => made.push({ pick, end })),
    onDone: () => {
      state.done++;
    },
    onProblem: (problem) => state.problems.push(problem),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const act = async (work: () => unknown) => {
    void work();
    await settle();
  };
  await act(() => offers.offer());
  return { state, offers, made, act };
}

test("what nobody has picked fails in silence, and is not offered again at once", async () => {
  const { state, made, act } = await page();
  await act(() => made[0]!.end({ ok: false, problem: { reason: "wrongSite" } }));
  expect(state.problems).toEqual([]);
  expect(made).toHaveLength(1);
});

test("what was picked and refused is told, and offered again", async () => {
  const { state, made, act } = await page();
  made[0]!.pick();
  await act(() => made[0]!.end(refused));
  expect(state.problems).toEqual([{ reason: "refused" }]);
  expect(made).toHaveLength(2);
  made[1]!.pick();
  await act(() => made[1]!.end({ ok: true }));
  expect(state.done).toBe(1);
});

test("who is asked by the button is not cut off when the offer would be renewed or the page is seen again", async () => {
  const { state, offers, made, act } = await page();
  offers.pause();
  await act(() => made[0]!.end(cancelled));
  state.isLatest = false;
  const before = state.cancelled;
  await act(() => offers.renew());
  await act(() => offers.seen());
  expect(state.cancelled).toBe(before);
  expect(made).toHaveLength(1);
  await act(() => offers.offer());
  await act(() => offers.renew());
  expect(made).toHaveLength(3);
});

test("a pick that the server is looking at is not cut off either", async () => {
  const { state, offers, made, act } = await page();
  made[0]!.pick();
  const before = state.cancelled;
  await act(() => offers.renew());
  expect(state.cancelled).toBe(before);
});

test("seen again, it offers anew what another tab's challenge has made worthless, and leaves what is good", async () => {
  const { state, offers, made, act } = await page();
  await act(() => offers.seen());
  expect(made).toHaveLength(1);
  state.isLatest = false;
  await act(() => offers.seen());
  expect(made).toHaveLength(2);
});

test("a page nobody sees takes no challenge; looked at, it offers", async () => {
  const { state, offers, made, act } = await page();
  state.isSeen = false;
  await act(() => offers.renew());
  expect(made).toHaveLength(1);
  state.isSeen = true;
  await act(() => offers.seen());
  expect(made).toHaveLength(2);
});
