import { expect, test } from "vitest";
import type { LatLng } from "@/server/domain/geo";
import type { TravelMatrixResult, TravelPort } from "@/server/ports/travel";
import { createCachedTravel } from "./cached-travel";

const doors = (count: number, lat = 55): LatLng[] =>
  Array.from({ length: count }, (_, i) => ({ lat, lng: 12 + i / 1000 }));

function countingTravel(source: TravelMatrixResult["source"] = "roads") {
  let calls = 0;
  const travel: TravelPort = {
    legs: async () => [],
    matrix: async ({ length: size }) => {
      calls++;
      const durationSeconds = new Int32Array(new SharedArrayBuffer(size * size * 4)).fill(calls);
      return { size, durationSeconds, distanceMeters: durationSeconds, source, unreachable: [] };
    },
  };
  return { travel, calls: () => calls };
}

test("the same doors for the same vehicle are measured once", async () => {
  const { travel, calls } = countingTravel();
  const cached = createCachedTravel(travel);
  const first = await cached.matrix(doors(3), "van");
  const progress: number[] = [];
  expect(await cached.matrix(doors(3), "van", { onProgress: (fraction) => progress.push(fraction) })).toBe(first);
  expect([calls(), progress]).toEqual([1, [1]]);
  await cached.matrix(doors(3), "bike");
  await cached.matrix(doors(4), "van");
  await cached.matrix(doors(3, 56), "van");
  expect(calls()).toBe(4);
});

test("estimates are not kept", async () => {
  const { travel, calls } = countingTravel("estimate");
  const cached = createCachedTravel(travel);
  await cached.matrix(doors(3), "van");
  await cached.matrix(doors(3), "van");
  expect(calls()).toBe(2);
});

test("the matrix not asked for longest makes room", async () => {
  const { travel, calls } = countingTravel();
  const cached = createCachedTravel(travel, 2 * 10 * 10 * 8);
  for (const lat of [1, 2]) await cached.matrix(doors(10, lat), "van");
  await cached.matrix(doors(10, 1), "van");
  await cached.matrix(doors(10, 3), "van");
  expect(calls()).toBe(3);
  await cached.matrix(doors(10, 1), "van");
  expect(calls()).toBe(3);
  await cached.matrix(doors(10, 2), "van");
  expect(calls()).toBe(4);
});
