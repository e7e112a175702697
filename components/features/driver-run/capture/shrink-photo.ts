import { withCameraNotes } from "./with-camera-notes";

const MAX_EDGE = 2048;
const QUALITY = 0.82;

/** A photo as it is kept and sent: upright, at most 2048 px, JPEG, with the camera's notes. Rejects when the file is no picture. */
export async function shrinkPhoto(file: Blob): Promise<ArrayBuffer> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, MAX_EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return withCameraNotes(await canvasBytes(canvas, "image/jpeg"), await file.arrayBuffer());
}

/** What is drawn on a canvas, as a file's bytes. */
export async function canvasBytes(canvas: HTMLCanvasElement, contentType: string): Promise<ArrayBuffer> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, contentType, QUALITY));
  if (!blob) throw new Error("the picture could not be written");
  return blob.arrayBuffer();
}
