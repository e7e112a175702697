import { describe, expect, it } from "vitest";
import { MapPace } from "./map-pace";

/** A clock that stands still until it is told to go on. */
function desk({ frameMilliseconds = 5 } = {}) {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const told: string[] = [];
  const clock = {
    now: () => now,
    after: (milliseconds: number, run: () => void) => {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    afterPaint: (run: () => void) => run(),
    frameMilliseconds: () => frameMilliseconds,
  };
  const pace = new MapPace(clock);
  const pass = (milliseconds: number) => {
    const until = now + milliseconds;
    for (;;) {
      const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      timers = timers.filter((each) => each !== next);
      now = next.at;
      next.run();
    }
    now = until;
  };
  return { pace, pass, told, change: (key: string, what = key) => pace.change(key, () => told.push(what)) };
}

describe("the map's pace", () => {
  it("tells the last of what changed in quick succession, once", () => {
    const { pace, change, pass, told } = desk();
    change("stops", "first");
    pass(30);
    change("stops", "second");
    change("lines");
    pass(59);
    expect(told).toEqual([]);
    expect(pace.isWaiting).toBe(true);
    pass(1);
    expect(told).toEqual(["second", "lines"]);
    expect(pace.isWaiting).toBe(false);
  });

  it("waits longer where a frame takes longer, and not without end", () => {
    const slow = desk({ frameMilliseconds: 100 });
    slow.change("stops");
    slow.pass(399);
    expect(slow.told).toEqual([]);
    slow.pass(1);
    expect(slow.told).toEqual(["stops"]);
    const crawling = desk({ frameMilliseconds: 5_000 });
    crawling.change("stops");
    crawling.pass(600);
    expect(crawling.told).toEqual(["stops"]);
  });

  it("lags behind what never rests by a second and a half at most", () => {
    const { change, pass, told } = desk();
    for (let passed = 0; passed < 1_500; passed += 50) {
      change("stops", String(passed));
      pass(50);
    }
    expect(told).toEqual(["1450"]);
  });

  it("tells nothing while a hand with a button down keeps moving, what it waits for when it rests, the rest when it lets go", () => {
    const { pace, change, pass, told } = desk();
    pace.hold(true);
    for (let passed = 0; passed < 3_000; passed += 50) {
      change("ghosts", String(passed));
      pass(50);
    }
    expect(told).toEqual([]);
    pass(10);
    expect(told).toEqual(["2950"]);
    for (let passed = 0; passed < 2_000; passed += 50) {
      change("ghosts", `again ${passed}`);
      pass(50);
    }
    pace.hold(false);
    pass(0);
    expect(told).toEqual(["2950", "again 1950"]);
  });

  it("leaves out what is not wanted any more", () => {
    const { pace, change, pass, told } = desk();
    change("stops");
    change("lines");
    pace.forget("stops");
    pass(1_000);
    expect(told).toEqual(["lines"]);
  });
});
