import { expect, test } from "vitest";
import { createAesSecretBox } from "./aes-secret-box";

const box = createAesSecretBox("a secret of the installation");

test("opens what it sealed, and says nothing of it; the same text is sealed otherwise each time", () => {
  const sealed = box.seal("sk_live_ø", "org/1");
  expect(box.open(sealed, "org/1")).toBe("sk_live_ø");
  expect(Buffer.from(sealed.slice(3), "base64url").toString("utf8")).not.toContain("sk_live");
  expect(box.seal("sk_live_ø", "org/1")).not.toBe(sealed);
});

test("opens nothing sealed for another row, under another secret, or touched since", () => {
  const sealed = box.seal("secret", "org/1");
  expect(() => box.open(sealed, "org/2")).toThrow();
  expect(() => createAesSecretBox("another").open(sealed, "org/1")).toThrow();
  const bytes = Buffer.from(sealed.slice(3), "base64url");
  bytes[bytes.length - 1]! ^= 1;
  expect(() => box.open(`v1.${bytes.toString("base64url")}`, "org/1")).toThrow();
  expect(() => box.open("v2.AAAA", "org/1")).toThrow("nobody knows");
  expect(() => box.open("v1.", "org/1")).toThrow();
});
