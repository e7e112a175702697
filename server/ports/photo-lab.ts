import type { LatLng } from "@/server/domain/geo";
import type { ProofContentType, ProofRejection } from "@/server/domain/proof/proof";

/** A picture that was looked at: encoded anew, so that nothing of the file but the picture is left. */
export interface DevelopedPhoto {
  readonly clean: Uint8Array;
  /** WebP, 320 pixels at its longer side. */
  readonly thumbnail: Uint8Array;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Mean, 0–255. */
  readonly brightness: number;
  /** Variance of the Laplacian at 512 pixels. */
  readonly sharpness: number;
  /** What the camera had written into the file; instants as if its clock showed UTC. */
  readonly exifTakenAt: Date | null;
  readonly exifPosition: LatLng | null;
}

export type Developing =
  | { readonly ok: true; readonly photo: DevelopedPhoto }
  | { readonly ok: false; readonly why: Extract<ProofRejection, "unreadable" | "too-many-pixels"> };

/** Decodes pictures nobody has looked at yet. */
export interface PhotoLab {
  develop(bytes: Uint8Array, contentType: ProofContentType): Promise<Developing>;
  /** A picture of ours once more, for programs that take nothing newer. */
  toPng(picture: Uint8Array): Promise<Uint8Array>;
}
