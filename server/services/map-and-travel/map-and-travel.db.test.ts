import { expect, test } from "vitest";
import { createChainGeocoder } from "@/server/adapters/geocoder/chain-geocoder";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import type { GeocodeResult } from "@/server/ports/geocoder";
import { FakeGeocoder } from "@/server/testing/fake-geocoder";
import { testTenant } from "@/server/testing/test-tenant";
import { tryAddress } from "./try-address";
import { tryDrive } from "./try-drive";

const at = (lat: number, label: string): GeocodeResult => ({
  confidence: "exact",
  candidates: [{ position: { lat, lng: 12.58 }, confidence: "exact", label, score: 1 }],
});

test("an address and a way are tried: who answered is told, what is unknown is said, and only admins may", async () => {
  const book = new FakeGeocoder({ "Bredgade 74": at(55.68, "Bredgade 74, København") }, "address-book");
  const online = new FakeGeocoder({ "Artillerivej 90": at(55.66, "Artillerivej 90") }, "photon");
  const geocoder = async () => createChainGeocoder({ sources: [book, online] });
  const tenant = await testTenant({ geocoder, travel: estimateTravel });
  const context = tenant.context();
  const [near, far] = ["Bredgade 74, 1260 København K", "Artillerivej 90, 2300 København"];
  expect(await tryAddress(context, { address: near, country: "DK" })).toMatchObject({
    confidence: "exact",
    source: "address-book",
    label: "Bredgade 74, København",
  });
  expect(book.asked[0]).toMatchObject({ street: "Bredgade 74", postcode: "1260", country: "DK" });
  expect(await tryAddress(context, { address: far, country: "DK" })).toMatchObject({ source: "photon" });
  expect(await tryAddress(context, { address: "Nowhere 1", country: "DK" })).toMatchObject({
    confidence: "none",
    source: null,
    position: null,
    isUnavailable: false,
  });
  const { drive } = await tryDrive(context, { from: near, to: far, country: "DK" });
  expect(drive).toMatchObject({ source: "estimate", engine: null });
  expect(drive!.distanceMeters).toBeGreaterThan(2000);
  expect(drive!.durationSeconds).toBeGreaterThan(60);
  expect(await tryDrive(context, { from: near, to: "Nowhere 1", country: "DK" })).toMatchObject({ drive: null });
  [book, online].forEach((each) => {
    each.failure = new Error("away");
  });
  expect(await tryAddress(context, { address: near, country: "DK" })).toMatchObject({ isUnavailable: true });
  const asked = tryAddress(tenant.context("dispatcher"), { address: near, country: "DK" });
  await expect(asked).rejects.toMatchObject({ code: "forbidden" });
});
