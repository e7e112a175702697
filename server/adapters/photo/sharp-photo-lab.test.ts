import { crc32, deflateSync } from "node:zlib";
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

/** A PNG with more chunks between its head and its pixels. */
function withChunks(png: Uint8Array, ...chunks: readonly (readonly [type: string, data: Uint8Array])[]): Uint8Array {
  const headEnd = 8 + 25;
  const made = chunks.map(([type, data]) => {
    const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.byteLength);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  });
  return new Uint8Array(Buffer.concat([png.slice(0, headEnd), ...made, png.slice(headEnd)]));
}

/** The same picture, saying of itself that it is so large. */
function claiming(bytes: Uint8Array, type: "image/jpeg" | "image/png", pixels: number): Uint8Array {
  const lying = Buffer.from(bytes);
  if (type === "image/png") {
    lying.writeUInt32BE(pixels, 16);
    lying.writeUInt32BE(pixels, 20);
    lying.writeUInt32BE(crc32(lying.subarray(12, 29)), 29);
    return new Uint8Array(lying);
  }
  const frame = lying.indexOf(Buffer.from([0xff, 0xc0]));
  lying.writeUInt16BE(pixels, frame + 5);
  lying.writeUInt16BE(pixels, frame + 7);
  return new Uint8Array(lying);
}

test("a picture that says it is larger than we take is refused by what it says", async () => {
  for (const [type, pixels] of [
    ["image/png", 60_000],
    ["image/jpeg", 65_000],
  ] as const) {
    const developing = await sharpPhotoLab.develop(claiming(await makePicture({ type }), type, pixels), type);
    expect(developing, type).toEqual({ ok: false, why: "too-many-pixels" });
  }
});

test("a file of many pages is its first page, also where all of them would be too much", async () => {
  const frame = { create: { width: 1000, height: 1000, channels: 3 as const, background: "white" } };
  const frames = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      sharp({ ...frame, create: { ...frame.create, background: { r: index * 4, g: 0, b: 0 } } })
        .png()
        .toBuffer(),
    ),
  );
  const animated = await sharp(frames, { join: { animated: true } })
    .webp({ lossless: true })
    .toBuffer();
  expect((await sharp(animated).metadata()).pages).toBe(60);
  expect(await develop(new Uint8Array(animated), "image/webp")).toMatchObject({
    widthPixels: 1000,
    heightPixels: 1000,
  });
});

test("words that unpack to hundreds of megabytes are not unpacked, and not kept", async () => {
  const bomb = Buffer.concat([
    Buffer.from("Comment\0\0", "latin1"),
    deflateSync(Buffer.alloc(300_000_000), { level: 9 }),
  ]);
  expect(bomb.byteLength).toBeLessThan(400_000);
  const bytes = withChunks(await makePicture({ type: "image/png" }), ["zTXt", bomb]);
  const before = process.memoryUsage().rss;
  const developing = await sharpPhotoLab.develop(bytes, "image/png");
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  if (developing.ok) expect(developing.photo.clean.byteLength).toBeLessThan(50_000);
  else expect(developing.why).toBe("unreadable");
});

test("what a camera claims of itself is read as far as it makes sense, and never makes a picture a bad one", async () => {
  const picture = await makePicture();
  const exif = (entries: number, offset: number, size = 60_000) => {
    const tiff = Buffer.alloc(size);
    tiff.write("Exif\0\0II*\0", 0, "latin1");
    tiff.writeUInt32LE(8, 10);
    tiff.writeUInt16LE(entries, 14);
    // GPS and EXIF directories that lie in themselves, or nowhere.
    for (const [index, tag] of [0x8825, 0x8769].entries()) {
      tiff.writeUInt16LE(tag, 16 + index * 12);
      tiff.writeUInt16LE(4, 18 + index * 12);
      tiff.writeUInt32LE(0xffff_ffff, 20 + index * 12);
      tiff.writeUInt32LE(offset, 24 + index * 12);
    }
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(size + 2, 2);
    return Buffer.concat([head, tiff]);
  };
  for (const blocks of [[exif(65_535, 8)], [exif(2, 0xffff_fff0)], Array.from({ length: 40 }, () => exif(2, 8))]) {
    const bytes = Buffer.concat([picture.slice(0, 2), ...blocks, picture.slice(2)]);
    const photo = await develop(new Uint8Array(bytes));
    expect(photo).toMatchObject({ widthPixels: 640, exifTakenAt: null, exifPosition: null });
    expect(photo.clean.byteLength).toBeLessThan(picture.byteLength * 2);
  }
});
