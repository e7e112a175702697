import { expect, test } from "vitest";
import type { GeocodeCandidate, GeocodeResult, GeocoderPort } from "@/server/ports/geocoder";
import { FakeGeocoder } from "@/server/testing/fake-geocoder";
import { createChainGeocoder } from "./chain-geocoder";
import { createRestingGeocoder } from "./resting-geocoder";

const answer = (confidence: GeocodeCandidate["confidence"], label: string): GeocodeResult => ({
  confidence,
  candidates: [{ position: { lat: 55, lng: 12 }, confidence, label, score: 1 }],
});
const streets = (...names: string[]) => names.map((street) => ({ street }));

test("asks the next source only for what the ones before did not place", async () => {
  const book = new FakeGeocoder({
    A: answer("exact", "book"),
    B: answer("interpolated", "book"),
    C: answer("street", "book"),
  });
  const web = new FakeGeocoder({ C: answer("exact", "web"), D: answer("city", "web") });
  const results = await createChainGeocoder({ sources: [book, web] }).geocode(streets("A", "B", "C", "D", "E"));
  expect(results.map(({ confidence, candidates }) => [confidence, candidates[0]?.label])).toEqual([
    ["exact", "book"],
    ["interpolated", "book"],
    ["exact", "web"],
    ["city", "web"],
    ["none", undefined],
  ]);
  expect(web.asked).toEqual(streets("C", "D", "E"));
});

test("a later answer must be better to win", async () => {
  const book = new FakeGeocoder({ A: answer("street", "book") });
  const web = new FakeGeocoder({ A: answer("street", "web") });
  const [result] = await createChainGeocoder({ sources: [book, web] }).geocode(streets("A"));
  expect(result!.candidates[0]!.label).toBe("book");
});

test("a source that fails is passed over and named; all of them failing is a failure", async () => {
  const book = new FakeGeocoder({}, "book");
  book.failure = new Error("no table");
  const web = new FakeGeocoder({ A: answer("exact", "web") }, "web");
  const failed: string[] = [];
  const chain = createChainGeocoder({ sources: [book, web], onFailure: (source) => failed.push(source) });
  expect((await chain.geocode(streets("A")))[0]!.confidence).toBe("exact");
  expect(failed).toEqual(["book"]);
  web.failure = new Error("429");
  await expect(chain.geocode(streets("A"))).rejects.toThrow("No geocoder answered");
});

test("an abort is not a failure to pass over", async () => {
  const chain = createChainGeocoder({ sources: [new FakeGeocoder(), new FakeGeocoder()] });
  const call = chain.geocode(streets("A"), { signal: AbortSignal.abort(new Error("stop")) });
  await expect(call).rejects.toThrow("stop");
});

test("what the book does not know is nowhere only once somebody else has been heard; who is away is left alone for a while", async () => {
  const book = new FakeGeocoder({ A: answer("exact", "book") }, "book");
  const [own, other] = [new FakeGeocoder({}, "own"), new FakeGeocoder({}, "other")];
  let now = 0;
  const resting = createRestingGeocoder(own, { restMs: 1000, nowMs: () => now });
  const unheardBy = async (...sources: GeocoderPort[]) => {
    const unheard: number[] = [];
    await createChainGeocoder({ book, sources }).geocode(streets("A", "B"), { onUnheard: (at) => unheard.push(at) });
    return unheard;
  };
  own.failure = new Error("503");
  expect(await unheardBy(resting)).toEqual([1]);
  own.failure = undefined;
  expect(await unheardBy(resting)).toEqual([1]);
  expect(own.asked).toHaveLength(1);
  expect(await unheardBy(resting, other)).toEqual([]);
  now = 1000;
  expect(await unheardBy(resting)).toEqual([]);
});
