import { FakeGeocoder } from "@/server/testing/fake-geocoder";
import { FakeTravel } from "@/server/testing/fake-travel";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";

/** What procedures reach when all of them are called one after another: nobody outside, and nothing of anybody's. */
export const isolatedPorts = () => ({
  travel: new FakeTravel(),
  blobs: memoryBlobStore(),
  geocoder: () => new FakeGeocoder(),
  mapAndTravel: {
    read: async () => ({ baseMap: { kind: "none" as const, name: "", isReadable: true }, geocoders: [], roads: [] }),
  },
});
