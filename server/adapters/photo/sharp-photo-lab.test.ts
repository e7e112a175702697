import sharp from "sharp";
import { expect, test } from "vitest";
import { makePicture } from "@/server/testing/make-picture";
import { sharpPhotoLab } from "./sharp-photo-lab";

async function develop(bytes: Uint8Array, type: "image/jpeg" | "image/png" | "image/webp" = "image/jpeg") {
  const developing = await sharpPhotoLab.develop(bytes, type);
  if (!developing.ok) throw new Error(developing.why);
  return developing.photo;
}

test("a picture is kept without what its camera wrote into it, which is copied out first", async () => {
  const sent = await makePicture({ camera: { lat: 55.6761, lng: 12.5683, at: "2026:06:10 09:12:13" } });
  expect(Buffer.from(sent).includes("Secretcam")).toBe(true);
  const photo = await develop(sent);
  expect(photo.exifPosition!.lat).toBeCloseTo(55.6761, 4);
  expect(photo.exifPosition!.lng).toBeCloseTo(12.5683, 4);
  expect(photo.exifTakenAt?.toISOString()).toBe("2026-06-10T09:12:13.000Z");
  expect(Buffer.from(photo.clean).includes("Secretcam")).toBe(false);
  expect((await sharp(photo.clean).metadata()).exif).toBeUndefined();
});

test("what follows the picture in its file is not kept: a picture that is also an archive is only a picture", async () => {
  const payload = Buffer.from("PK\u0003\u0004 <script>alert(1)</script>");
  const photo = await develop(new Uint8Array(Buffer.concat([await makePicture(), payload])));
  expect(Buffer.from(photo.clean).includes("<script>")).toBe(false);
});

test("thumbnails are WebP of 320 pixels at most, whatever came", async () => {
  for (const type of ["image/jpeg", "image/png", "image/webp"] as const) {
    const { thumbnail, clean } = await develop(await makePicture({ type }), type);
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: "webp", width: 320, height: 240 });
    expect(`image/${(await sharp(clean).metadata()).format}`).toBe(type);
  }
});

test("measures tell dark and blurred pictures from good ones", async () => {
  const good = await develop(await makePicture());
  const dark = await develop(await makePicture({ light: 14, dark: 4 }));
  const blurred = await develop(await makePicture({ blurSigma: 12 }));
  expect(good.brightness).toBeGreaterThan(100);
  expect(good.sharpness).toBeGreaterThan(100);
  expect(dark.brightness).toBeLessThan(32);
  expect(blurred.sharpness).toBeLessThan(30);
});

test("a picture lies as it was held: the turn written in its file is made", async () => {
  const turned = await sharp(await makePicture())
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect(await develop(new Uint8Array(turned))).toMatchObject({ widthPixels: 480, heightPixels: 640 });
});

test("a small file that unpacks to more pixels than we take is refused before it is unpacked", async () => {
  const bomb = await sharp({ create: { width: 8000, height: 7000, channels: 3, background: "white" } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  expect(bomb.byteLength).toBeLessThan(1_000_000);
  expect(await sharpPhotoLab.develop(new Uint8Array(bomb), "image/png")).toEqual({ ok: false, why: "too-many-pixels" });
});

test("rubbish behind a picture's first bytes, and half a picture, are refused", async () => {
  const whole = await makePicture();
  const rubbish = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from("this is no picture at all")]);
  for (const bytes of [rubbish, whole.slice(0, whole.length / 2), new Uint8Array()]) {
    expect(await sharpPhotoLab.develop(bytes, "image/jpeg")).toEqual({ ok: false, why: "unreadable" });
  }
});
