import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { withCameraNotes } from "./with-camera-notes";

const buffer = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;
const blank = () => sharp({ create: { width: 40, height: 20, channels: 3, background: "#808080" } }).jpeg();
const original = (orientation?: number) =>
  blank()
    .withExif({ IFD0: { Make: "Fotomat" } })
    .withMetadata(orientation === undefined ? {} : { orientation })
    .toBuffer();

describe("a picture drawn anew", () => {
  test("keeps what the camera wrote beside it, and the same pixels", async () => {
    const picture = await blank().toBuffer();
    const joined = Buffer.from(withCameraNotes(buffer(picture), buffer(await original(6))));
    expect((await sharp(await original(6)).metadata()).orientation).toBe(6);
    const metadata = await sharp(joined).metadata();
    expect(metadata.exif?.includes("Fotomat")).toBe(true);
    expect(await sharp(joined).raw().toBuffer()).toEqual(await sharp(picture).raw().toBuffer());
    // It was drawn upright, and is not to be turned again.
    expect(metadata.orientation ?? 1).toBe(1);
    expect(await sharp(joined).autoOrient().toBuffer({ resolveWithObject: true })).toMatchObject({
      info: { width: 40, height: 20 },
    });
  });

  test("stays as it is where the original has no notes, is another kind of file, or is cut off", async () => {
    const picture = buffer(await blank().toBuffer());
    const whole = await original(6);
    for (const none of [await blank().toBuffer(), await sharp(whole).png().toBuffer(), Buffer.alloc(0)]) {
      expect(withCameraNotes(picture, buffer(none))).toBe(picture);
    }
    for (let length = 0; length < 64; length++) {
      const joined = withCameraNotes(picture, buffer(whole.subarray(0, length)));
      await expect(sharp(Buffer.from(joined)).metadata()).resolves.toMatchObject({ width: 40, height: 20 });
    }
  });
});
