"use client";
import { Camera, X } from "lucide-react";
import { type ChangeEvent, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { bigButtonClass } from "../parts/big-button";
import { useAct } from "../parts/use-act";
import { ProofThumb } from "./proof-thumb";
import { shrinkPhoto } from "./shrink-photo";
import { type TakenProof, takenProof } from "./taken-proof";

export interface PhotoFieldProps {
  readonly label: string;
  /** Their proofs. */
  readonly photos: readonly string[];
  readonly error?: string;
  readonly onTake: (photo: TakenProof) => Promise<void>;
  readonly onRemove: (proofId: string) => void;
}

/** Takes photos with the phone's own camera and shows them; each is made small and kept before it is shown. */
export function PhotoField({ label, photos, error, onTake, onRemove }: PhotoFieldProps) {
  const t = useWords("driverRun");
  const { run } = useAct();
  const [hasFailed, setFailed] = useState(false);
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const [file] = input.files ?? [];
    if (!file) return;
    setFailed(false);
    const bytes = await shrinkPhoto(file).catch(() => null);
    if (bytes) await run(async () => onTake(await takenProof("photo", "image/jpeg", bytes)));
    else setFailed(true);
    // The same picture may be chosen again.
    input.value = "";
  };
  const fault = hasFailed ? t("photoFailed") : error;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {photos.map((proofId, index) => (
          <span key={proofId} className="relative">
            <ProofThumb proofId={proofId} alt={t("photoTaken", { number: String(index + 1) })} />
            <button
              type="button"
              aria-label={t("removePhoto", { number: String(index + 1) })}
              onClick={() => onRemove(proofId)}
              className="absolute -top-2 -right-2 grid size-8 place-items-center rounded-full bg-inverse text-ink-inverse"
            >
              <X className="size-4" aria-hidden="true" />
            </button>
          </span>
        ))}
        <label
          className={`${bigButtonClass()} relative flex-1 text-lg! has-focus-visible:outline-2 has-focus-visible:outline-focus`}
        >
          <Camera aria-hidden="true" />
          <span aria-hidden="true">{photos.length > 0 ? null : t("takePhoto")}</span>
          <input
            type="file"
            accept="image/*"
            capture="environment"
            aria-label={`${t("takePhoto")}: ${label}`}
            aria-invalid={Boolean(fault)}
            onChange={(event) => void take(event)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
        </label>
      </div>
      {fault ? (
        <p role="alert" className="font-medium text-alert text-md">
          {fault}
        </p>
      ) : null}
    </div>
  );
}
