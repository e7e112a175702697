import type { EvidenceFlag } from "@/server/domain/proof/evidence-flags";
import type { VisitEvidence } from "@/server/domain/proof/visit-evidence";

/** A picture that goes into a bundle: the clean file, by the proof's id. */
export interface PressedPicture {
  readonly proofId: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface EvidenceSheet {
  readonly evidence: VisitEvidence;
  readonly flags: readonly EvidenceFlag[];
  readonly pictures: readonly PressedPicture[];
}

export interface EvidenceBundle {
  readonly language: "en" | "es";
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly sheets: readonly EvidenceSheet[];
}

/** Makes what is handed to somebody outside: a ZIP of a PDF, the pictures, and a manifest of their hashes. */
export interface EvidencePress {
  press(bundle: EvidenceBundle): Promise<Uint8Array>;
}
