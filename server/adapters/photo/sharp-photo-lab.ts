import readExif from "exif-reader";
import sharp, { type Sharp } from "sharp";
import { isPlausiblePosition, type LatLng } from "@/server/domain/geo";
import { MAX_PROOF_PIXELS, type ProofContentType } from "@/server/domain/proof/proof";
import type { DevelopedPhoto, PhotoLab } from "@/server/ports/photo-lab";

const THUMBNAIL_PIXELS = 320;
const MEASURED_PIXELS = 512;
const LAPLACIAN = { width: 3, height: 3, kernel: [0, 1, 0, 1, -4, 1, 0, 1, 0], scale: 1, offset: 128 };

/** Pictures through libvips. It never unpacks more than `MAX_PROOF_PIXELS`, and takes only the first page of a file. */
export const sharpPhotoLab: PhotoLab = {
  async develop(bytes, contentType) {
    const open = () => sharp(bytes, { limitInputPixels: MAX_PROOF_PIXELS, failOn: "error", sequentialRead: true });
    try {
      const { width, height, exif } = await sharp(bytes, { limitInputPixels: false }).metadata();
      if (width * height > MAX_PROOF_PIXELS) return { ok: false, why: "too-many-pixels" };
      const { data: clean, info } = await encode(open().autoOrient(), contentType).toBuffer({
        resolveWithObject: true,
      });
      const small = { fit: "inside", withoutEnlargement: true } as const;
      const thumbnail = await sharp(clean).resize(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, small).webp().toBuffer();
      const photo: DevelopedPhoto = {
        clean,
        thumbnail,
        widthPixels: info.width,
        heightPixels: info.height,
        ...(await measure(clean)),
        ...readCamera(exif),
      };
      return { ok: true, photo };
    } catch {
      // Whatever libvips cannot make a picture of is none; its own words are of no use to a driver.
      return { ok: false, why: "unreadable" };
    }
  },
  toPng: (picture) => sharp(picture, { limitInputPixels: MAX_PROOF_PIXELS }).png().toBuffer(),
};

/** Without metadata: sharp keeps none unless told to. */
function encode(picture: Sharp, contentType: ProofContentType): Sharp {
  if (contentType === "image/png") return picture.png();
  return contentType === "image/webp" ? picture.webp({ quality: 85 }) : picture.jpeg({ quality: 85, mozjpeg: true });
}

/** How bright it is, and how much of it is edges. Transparent signatures are looked at on white. */
async function measure(clean: Buffer): Promise<Pick<DevelopedPhoto, "brightness" | "sharpness">> {
  const grey = await sharp(clean)
    .flatten({ background: "white" })
    .greyscale()
    .resize(MEASURED_PIXELS, MEASURED_PIXELS, { fit: "inside" })
    .png()
    .toBuffer();
  const { channels } = await sharp(grey).stats();
  const edges = await sharp(await sharp(grey).convolve(LAPLACIAN).png().toBuffer()).stats();
  return { brightness: channels[0]!.mean, sharpness: edges.channels[0]!.stdev ** 2 };
}

/** What cannot be read says nothing; it does not make the picture a bad one. */
function readCamera(exif: Buffer | undefined): Pick<DevelopedPhoto, "exifTakenAt" | "exifPosition"> {
  const nothing = { exifTakenAt: null, exifPosition: null };
  if (!exif) return nothing;
  try {
    const { Photo, GPSInfo } = readExif(exif);
    const takenAt = Photo?.DateTimeOriginal;
    return {
      exifTakenAt: takenAt instanceof Date && Number.isFinite(takenAt.getTime()) ? takenAt : null,
      exifPosition: positionOf(GPSInfo),
    };
  } catch {
    return nothing;
  }
}

function positionOf(gps: ReturnType<typeof readExif>["GPSInfo"]): LatLng | null {
  if (!gps?.GPSLatitude || !gps.GPSLongitude) return null;
  const degrees = ([degree = NaN, minute = 0, second = 0]: readonly number[], isNegative: boolean) =>
    (isNegative ? -1 : 1) * (degree + minute / 60 + second / 3600);
  const position = {
    lat: degrees(gps.GPSLatitude, gps.GPSLatitudeRef === "S"),
    lng: degrees(gps.GPSLongitude, gps.GPSLongitudeRef === "W"),
  };
  return isPlausiblePosition(position) ? position : null;
}
