import { expect, test } from "vitest";
import { passkeyHindrance } from "./passkey-hindrance";

const DRAY = "https://dray.example.com";

test.each([
  ["at the installation's own address", `${DRAY}/`, DRAY, true, null],
  ["on the machine itself", "http://localhost:3000", "http://localhost:3000", true, null],
  ["by the machine's number", "http://localhost:3000", "http://127.0.0.1:3000", true, "wrongSite"],
  ["by a number, which browsers give no passkeys anyway", DRAY, "http://192.168.1.5", false, "wrongSite"],
  ["at another name of the same server", DRAY, "https://desk.example.com", true, "wrongSite"],
  ["where the address itself is a number", "https://192.168.1.5", "https://192.168.1.5", true, "unsupported"],
  ["where the address itself is a long number", "https://[::1]:3000", "https://[::1]:3000", true, "unsupported"],
  ["in a browser that does not know them", DRAY, DRAY, false, "unsupported"],
])("%s", (_, baseUrl, origin, isKnown, hindrance) => {
  expect(passkeyHindrance({ baseUrl, origin, isKnown })).toBe(hindrance);
});
