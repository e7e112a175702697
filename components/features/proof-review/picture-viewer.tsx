"use client";
import clsx from "clsx";
import { ImageOff } from "lucide-react";
import { useState } from "react";
import { useHotkeys } from "@/components/lib/hotkeys";
import type { RouterOutput } from "@/components/lib/router-types";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";
import { isShown, type ProofFacts, type VisitEvidence } from "@/server/domain/proof/visit-evidence";

export type PictureViewerProps = {
  evidence: VisitEvidence;
  shown: RouterOutput["proof"]["view"]["pictures"] | undefined;
  isUnreadable: boolean;
};

/** One picture large, the others small below it. */
export function PictureViewer({ evidence, shown, isUnreadable }: PictureViewerProps) {
  const t = useWords("proofReview");
  const [chosenId, setChosenId] = useState<string | null>(null);
  const seen = evidence.proofs.filter(isShown);
  const chosen = seen.find(({ id }) => id === chosenId) ?? seen[0];
  const clearedAtMs = evidence.proofs.find((proof) => proof.clearedAtMs !== null)?.clearedAtMs;
  const step = (by: 1 | -1) => {
    const index = seen.findIndex(({ id }) => id === chosen?.id);
    setChosenId(seen[(index + by + seen.length) % seen.length]?.id ?? null);
  };
  useHotkeys(
    [
      { keys: "ArrowRight", label: t("nextPicture"), enabled: seen.length > 1, run: () => step(1) },
      { keys: "ArrowLeft", label: t("previousPicture"), enabled: seen.length > 1, run: () => step(-1) },
    ],
    { group: t("group") },
  );
  const isWaiting = evidence.proofs.some(({ status }) => status === "expected" || status === "quarantined");
  if (!chosen || isUnreadable) {
    return (
      <EmptyState
        icon={<ImageOff />}
        title={isUnreadable ? t("picturesUnreadable") : t("noPictures")}
        className="flex-1"
      >
        {clearedAtMs ? t("cleared", { date: t.format.instant(clearedAtMs, evidence.timeZone) }) : null}
        {clearedAtMs || !isWaiting ? null : t("waiting")}
        {clearedAtMs || isWaiting ? null : t("noPicturesAbout")}
      </EmptyState>
    );
  }
  const addressOf = (proof: ProofFacts) => shown?.find(({ proofId }) => proofId === proof.id);
  const name = evidence.contactName || evidence.externalId;
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-canvas">
      <div className={clsx("min-h-0 flex-1 p-3", chosen.kind === "signature" && "bg-white")}>
        {addressOf(chosen) ? (
          // biome-ignore lint/performance/noImgElement: an address good for minutes is nothing to optimise or keep.
          <img
            key={chosen.id}
            src={addressOf(chosen)!.url}
            alt={t("pictureOf", { kind: t(`kind.${chosen.kind}`), name })}
            width={chosen.widthPixels ?? undefined}
            height={chosen.heightPixels ?? undefined}
            className="size-full object-contain"
          />
        ) : null}
      </div>
      {seen.length > 1 ? (
        <div className="scroll-quiet flex shrink-0 gap-2 overflow-x-auto border-line border-t bg-surface p-2">
          {seen.map((proof, index) => (
            <button
              key={proof.id}
              type="button"
              aria-pressed={proof.id === chosen.id}
              aria-label={t("showPicture", { kind: t(`kind.${proof.kind}`), number: String(index + 1) })}
              onClick={() => setChosenId(proof.id)}
              className={clsx(
                "size-16 shrink-0 overflow-hidden rounded-md border-2 bg-white",
                proof.id === chosen.id ? "border-accent" : "border-line",
              )}
            >
              {addressOf(proof) ? (
                // biome-ignore lint/performance/noImgElement: see above.
                <img src={addressOf(proof)!.thumbnailUrl} alt="" className="size-full object-cover" />
              ) : null}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
