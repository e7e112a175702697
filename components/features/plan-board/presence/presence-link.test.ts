import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { PresentPerson } from "@/server/domain/plan/plan-presence";
import type { OwnLease } from "./own-lease";
import { PresenceLink } from "./presence-link";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function recorded(people: readonly PresentPerson[] = []) {
  const said: { lease: OwnLease | null; isLeaving: boolean }[] = [];
  let answer = people;
  const link = new PresenceLink({
    list: async () => answer,
    note: async (state) => {
      said.push(state);
      return answer;
    },
  });
  const answerWith = (next: readonly PresentPerson[]) => {
    answer = next;
  };
  return { link, said, answerWith };
}

const drag = (...routeIds: string[]): OwnLease => ({ activity: "dragging", routeIds });

it("says at once that it is here, again every few seconds, and that it leaves", () => {
  const { link, said } = recorded();
  const leave = link.open();
  vi.advanceTimersByTime(11_000);
  leave();
  vi.advanceTimersByTime(60_000);
  expect(said).toHaveLength(4);
  expect(said.map((each) => each.isLeaving)).toEqual([false, false, false, true]);
});

it("tells of a lease at once, of moving on after a moment, of the last place only", () => {
  const { link, said } = recorded();
  link.open();
  link.claim("drag", drag("a"));
  link.claim("drag", drag("a", "b"));
  link.claim("drag", drag("c", "a"));
  expect(said.slice(1)).toEqual([{ lease: drag("a"), isLeaving: false }]);
  vi.advanceTimersByTime(500);
  expect(said.slice(2)).toEqual([{ lease: drag("a", "c"), isLeaving: false }]);
  link.claim("drag", null);
  vi.advanceTimersByTime(500);
  expect(said.at(-1)).toEqual({ lease: null, isLeaving: false });
});

it("holds what a drag and a preview hold together, and renews it with every beat", () => {
  const { link, said } = recorded();
  link.open();
  link.claim("preview", { activity: "previewing", routeIds: ["x"] });
  link.claim("drag", drag("a"));
  vi.advanceTimersByTime(5_000);
  expect(said.at(-1)).toEqual({ lease: { activity: "dragging", routeIds: ["a", "x"] }, isLeaving: false });
});

it("knows others by route, and is quiet while nothing changes", async () => {
  const ana: PresentPerson = { userId: "u1", name: "Ana Ruiz", leases: [drag("a", "b")] };
  const { link, answerWith } = recorded([ana]);
  let changes = 0;
  link.subscribe(() => changes++);
  link.open();
  await vi.advanceTimersByTimeAsync(21_000);
  expect(changes).toBe(1);
  expect(link.view().holders.get("b")).toEqual([{ userId: "u1", name: "Ana Ruiz", activity: "dragging" }]);
  answerWith([]);
  link.refresh();
  await vi.advanceTimersByTimeAsync(0);
  expect(link.view()).toEqual({ people: [], holders: new Map() });
});
