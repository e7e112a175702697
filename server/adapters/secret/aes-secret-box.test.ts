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
  expect(() => box.open("", "org/1")).toThrow("nobody knows");
  expect(() => box.open("v1.", "org/1")).toThrow();
});

test("a key takes another one's place while both open; who has left opens nothing more", () => {
  const [first, second] = ["the first key of the environment", "the second key of the environment"];
  const secret = "a secret of the installation";
  const [bySecret, byFirst] = [box, createAesSecretBox(secret, [first])].map((each) => each.seal("sk", "org/1"));
  // Every process knows the new key before the first of them seals with it.
  const ready = createAesSecretBox(secret, [first, second]);
  const turned = createAesSecretBox(secret, [second, first]);
  const bySecond = turned.seal("sk", "org/1");
  for (const sealed of [bySecret!, byFirst!, bySecond]) {
    expect(ready.open(sealed, "org/1")).toBe("sk");
    expect(turned.open(sealed, "org/1")).toBe("sk");
  }
  expect(turned.reseal(bySecond, "org/1")).toBeNull();
  for (const former of [bySecret!, byFirst!]) {
    const again = turned.reseal(former, "org/1")!;
    expect(createAesSecretBox(secret, [second]).open(again, "org/1")).toBe("sk");
  }
  expect(() => createAesSecretBox(secret, [second]).open(byFirst!, "org/1")).toThrow("nobody knows");
  expect(() => createAesSecretBox(secret, [second]).reseal(byFirst!, "org/1")).toThrow("nobody knows");
  // What a sealed text begins with says nothing of its key.
  expect(bySecond).not.toContain(second);
});
