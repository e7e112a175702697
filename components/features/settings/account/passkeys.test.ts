import { expect, test } from "vitest";
import { passkeyKind } from "./passkeys";

test.each([
  ["multiDevice", "internal,hybrid", "synced"],
  ["singleDevice", "usb,nfc", "stick"],
  ["singleDevice", "internal", "device"],
  ["singleDevice", null, "device"],
])("a %s passkey by %s is of the kind %s", (deviceType, transports, kind) => {
  expect(passkeyKind({ deviceType, transports })).toBe(kind);
});
