import { expect, test } from "vitest";
import { navigationUrl } from "./navigation-url";

const place = { name: "Bo & Co (shop)", street: "Gade 1", town: "1000 By", position: { lat: 55.5, lng: -12.25 } };

test("leads to the position, in the phone's own way", () => {
  expect(navigationUrl(place, false)).toBe("geo:55.5,-12.25?q=55.5,-12.25(Bo%20%26%20Co%20%20shop)");
  expect(navigationUrl(place, true)).toBe("maps://?daddr=55.5%2C-12.25&dirflg=d");
});

test("leads to the address where nobody knows the position", () => {
  const unknown = { ...place, position: null };
  expect(navigationUrl(unknown, false)).toBe("geo:0,0?q=Gade%201%2C%201000%20By");
  expect(navigationUrl(unknown, true)).toBe("maps://?daddr=Gade%201%2C%201000%20By&dirflg=d");
  expect(navigationUrl({ ...unknown, street: "", town: "" }, false)).toBeNull();
});
