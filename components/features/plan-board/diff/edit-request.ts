import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import type { MoveIntent } from "@/server/domain/plan/move-stops";
import type { SeenPlace } from "@/server/domain/plan/place-conflicts";
import type { PreviewReason } from "@/server/domain/plan/preview-change";

/** What a dispatcher asked for and has not yet said yes to. */
export type EditRequest =
  | {
      readonly kind: "move";
      readonly move: MoveIntent;
      /** Where the stops were when it was asked for. */
      readonly seen: readonly SeenPlace[];
      readonly seenRoutes: readonly SeenRoute[];
      readonly reason: PreviewReason | "asked";
    }
  | { readonly kind: "turn"; readonly direction: "undo" | "redo"; readonly asNewChange: boolean };

export interface OpenPreview {
  readonly request: EditRequest;
  /** Why it is open again, where a commit was refused. */
  readonly notice: string | null;
}
