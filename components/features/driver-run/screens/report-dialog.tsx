"use client";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { PhotoField } from "../capture/photo-field";
import type { TakenProof } from "../capture/taken-proof";
import { useAct } from "../parts/use-act";
import { useDay, useRunDesk } from "../store/run-context";
import { ReasonDialog } from "./reason-dialog";

const PROBLEMS = ["address", "access", "damaged", "vehicle", "accident", "delay", "other"] as const;

/**
 * Tells the desk that something is wrong, with pictures where they say more. On the way to a door, or at it, it is about that
 * door, else about the route.
 */
export function ReportDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords("driverRun");
  const desk = useRunDesk();
  const day = useDay();
  const { run } = useAct();
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const here = day.next?.stops.find((each) => each.run.status === "arrived" || each.run.status === "enroute");
  const take = async ({ bytes, ...proof }: TakenProof) => {
    await desk.takeProof(proof, bytes, null);
    setPhotos((before) => [...before, proof.proofId]);
  };
  const close = () => {
    setPhotos([]);
    onClose();
  };
  const giveUp = () => {
    for (const proofId of photos) void desk.dropProof(proofId);
    close();
  };
  return (
    <ReasonDialog
      title={t("problemTitle")}
      choices={PROBLEMS.map((value) => ({ value, label: t(`problem.${value}`) }))}
      confirm={t("send")}
      open={open}
      onOpenChange={(next) => !next && giveUp()}
      onConfirm={async (kind, note) => {
        const visit = here && { visitId: here.stop.visitId };
        if (await run(() => desk.act({ type: "report", kind, note, proofIds: [...photos], ...visit }))) close();
      }}
    >
      <PhotoField
        label={t("photo")}
        photos={photos}
        onTake={take}
        onRemove={(proofId) => {
          setPhotos((before) => before.filter((each) => each !== proofId));
          void desk.dropProof(proofId);
        }}
      />
    </ReasonDialog>
  );
}
