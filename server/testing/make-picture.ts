import sharp from "sharp";
import type { ProofContentType } from "@/server/domain/proof/proof";

export interface PictureWishes {
  readonly type?: ProofContentType;
  readonly widthPixels?: number;
  /** Of each square of the pattern. */
  readonly light?: number;
  readonly dark?: number;
  readonly blurSigma?: number;
  /** Makes the bytes other than those of a picture that looks the same. */
  readonly seed?: number;
  /** Degrees and what the camera's clock showed, `2026:06:10 09:00:00`. */
  readonly camera?: { readonly lat: number; readonly lng: number; readonly at: string };
}

/** A chessboard, as a camera would send it. */
export async function makePicture(wishes: PictureWishes = {}): Promise<Uint8Array> {
  const { type = "image/jpeg", widthPixels = 640, light = 220, dark = 90, blurSigma, seed = 0, camera } = wishes;
  const height = Math.round(widthPixels * 0.75);
  const pixels = Buffer.alloc(widthPixels * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < widthPixels; x++) {
      const isLight = (Math.floor(x / 20) + Math.floor(y / 20)) % 2 === 0;
      pixels.fill(isLight ? light : dark, (y * widthPixels + x) * 3, (y * widthPixels + x) * 3 + 3);
    }
  }
  pixels.fill(seed % 256, 0, 60);
  let picture = sharp(pixels, { raw: { width: widthPixels, height, channels: 3 } });
  if (blurSigma) picture = picture.blur(blurSigma);
  if (camera) {
    const parts = (degrees: number) => {
      const [whole, minutes] = [Math.floor(degrees), (degrees % 1) * 60];
      return `${whole}/1 ${Math.floor(minutes)}/1 ${Math.round((minutes % 1) * 60_000)}/1000`;
    };
    picture = picture.withExif({
      IFD0: { Make: "Secretcam" },
      IFD2: { DateTimeOriginal: camera.at },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: parts(camera.lat),
        GPSLongitudeRef: "E",
        GPSLongitude: parts(camera.lng),
      },
    });
  }
  const bytes = await picture
    .toFormat(type === "image/jpeg" ? "jpeg" : type === "image/png" ? "png" : "webp")
    .toBuffer();
  return new Uint8Array(bytes);
}
