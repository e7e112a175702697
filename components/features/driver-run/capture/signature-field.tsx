"use client";
import { PenLine } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { BigButton } from "../parts/big-button";
import { ProofThumb } from "./proof-thumb";
import { SignatureDialog } from "./signature-dialog";
import type { TakenProof } from "./taken-proof";

export interface SignatureFieldProps {
  readonly label: string;
  readonly proofId: string | null;
  readonly error: string | undefined;
  /** Of whoever signs, as far as it is known. */
  readonly name: string;
  readonly onSign: (signature: TakenProof, name: string) => Promise<void>;
}

/** A signature: asked for in a sheet of its own, so that the phone can be handed over. */
export function SignatureField({ label, proofId, error, name, onSign }: SignatureFieldProps) {
  const t = useWords("driverRun");
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        {proofId ? <ProofThumb proofId={proofId} alt={t("signed")} /> : null}
        <BigButton icon={<PenLine />} className="flex-1" onClick={() => setOpen(true)}>
          {t(proofId ? "signAgain" : "sign")}
        </BigButton>
      </div>
      {error ? (
        <p role="alert" className="font-medium text-alert text-md">
          {error}
        </p>
      ) : null}
      <SignatureDialog
        open={isOpen}
        onOpenChange={setOpen}
        label={label}
        name={name}
        onSign={async (signature, signedName) => {
          await onSign(signature, signedName);
          setOpen(false);
        }}
      />
    </div>
  );
}
