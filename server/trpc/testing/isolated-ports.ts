import { FakeGeocoder } from "@/server/testing/fake-geocoder";
import { FakeTravel } from "@/server/testing/fake-travel";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";

const unheard = async () => ({ ok: false, fault: "unreachable", host: "", milliseconds: 0 }) as const;

/** What procedures reach when all of them are called one after another: nobody outside, and nothing of anybody's. */
export const isolatedPorts = () => ({
  travel: new FakeTravel(),
  blobs: memoryBlobStore(),
  geocoder: async () => new FakeGeocoder(),
  sourceTrials: { geocoder: unheard, travel: unheard, map: unheard },
  mapAndTravel: {
    read: async () => ({ baseMap: { kind: "none" as const, name: "", isReadable: true }, geocoders: [], roads: [] }),
  },
});
