import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openLook } from "./open-look";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each(["2020-01-01T00:00:00Z", "2040-01-01T00:00:00Z"])(
  "a look lasts as long as the server said, on a device that takes it for %s",
  async (wrongTime) => {
    vi.setSystemTime(new Date(wrongTime));
    const asked = vi.fn(async () => new Response(null, { status: 503 }));
    vi.stubGlobal("fetch", asked);
    const desk = openLook("a token", 900);
    await vi.advanceTimersByTimeAsync(899_000);
    expect(desk.state.getState().phase).toBe("opening");
    await vi.advanceTimersByTimeAsync(1000);
    expect(desk.state.getState().phase).toBe("closed");
    const times = asked.mock.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveBeenCalledTimes(times);
  },
);

test("a look is over before its time where the server says so, and one that is left says nothing more", async () => {
  vi.stubGlobal("fetch", async () => new Response(null, { status: 401 }));
  const ended = openLook("a token", 900);
  await vi.advanceTimersByTimeAsync(0);
  expect(ended.state.getState().phase).toBe("closed");

  vi.stubGlobal("fetch", async () => new Response(null, { status: 503 }));
  const left = openLook("a token", 900);
  left.close();
  await vi.advanceTimersByTimeAsync(901_000);
  expect(left.state.getState().phase).toBe("opening");
});
