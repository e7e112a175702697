import { expect, test } from "vitest";
import { type RoadEngine, RoadsUnavailable } from "@/server/adapters/travel/road-engine";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { watchRoads } from "./source-watch";

test("of servers side by side the source fails while one of them does, and not for long once nobody asks that one", async () => {
  let [now, isAway] = [0, true];
  const heard: string[] = [];
  const roads = {
    ask: async ({ profile }: { profile: TravelProfile }) => {
      if (profile === "bike" && isAway) throw new RoadsUnavailable("away", { cause: new Error("away") });
      return [];
    },
  } as unknown as RoadEngine;
  const watch = { answered: () => void heard.push("well"), failed: (fault: string) => void heard.push(fault) };
  const watched = watchRoads(
    roads,
    watch,
    (profile) => (profile === "bike" ? "b" : "c"),
    () => now,
  );
  const ask = (profile: TravelProfile) => watched.ask({ kind: "route", profile, positions: [] }).catch(() => {});
  const hear = async (...profiles: TravelProfile[]) => {
    heard.length = 0;
    for (const profile of profiles) await ask(profile);
    return [...heard];
  };
  expect(await hear("van", "bike", "van", "car", "bike")).toEqual(["well", ...Array(4).fill("nonsense")]);
  isAway = false;
  expect(await hear("van", "bike", "van")).toEqual(["nonsense", "well", "well"]);
  isAway = true;
  expect(await hear("bike", "van")).toEqual(["nonsense", "nonsense"]);
  now += 600_000;
  expect(await hear("van")).toEqual(["well"]);
});
