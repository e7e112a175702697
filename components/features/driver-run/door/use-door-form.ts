"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { TakenProof } from "../capture/taken-proof";
import { doorForm } from "../day/door-act";
import type { Door } from "../day/group-doors";
import type { DoorValues, ProofKind } from "../store/kept";
import { useKeptDay, useRunDesk } from "../store/run-context";

/** Typing is kept this often. Whatever is tapped or taken is kept at once. */
const TYPING_MILLISECONDS = 250;

export interface DoorForm {
  readonly values: DoorValues;
  change(patch: Partial<DoorValues>): void;
  /** Keeps a photo or signature with the form; of a signature there is one per task. */
  take(kind: ProofKind, task: number | null, proof: TakenProof): Promise<void>;
  remove(proofId: string): void;
}

/** The form at a door, which begins where it was left, even when the phone was switched off in between. */
export function useDoorForm(door: Door): DoorForm {
  const desk = useRunDesk();
  const { drafts } = useKeptDay();
  const [values, setValues] = useState(() =>
    doorForm(door, drafts.find(({ doorKey }) => doorKey === door.key)?.values),
  );
  const latest = useRef(values);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keepNow = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    void desk.fillIn(door.key, latest.current).catch(() => {});
  }, [desk, door.key]);
  useEffect(() => {
    document.addEventListener("visibilitychange", keepNow);
    return () => {
      document.removeEventListener("visibilitychange", keepNow);
      clearTimeout(timer.current);
    };
  }, [keepNow]);

  const set = (next: DoorValues) => {
    latest.current = next;
    setValues(next);
  };
  return {
    values,
    change: (patch) => {
      set({ ...latest.current, ...patch });
      clearTimeout(timer.current);
      timer.current = setTimeout(keepNow, TYPING_MILLISECONDS);
    },
    take: async (kind, task, { bytes, ...proof }) => {
      const others = latest.current.proofs.filter(
        (each) => kind === "photo" || each.kind !== kind || each.task !== task,
      );
      const next = { ...latest.current, proofs: [...others, { proofId: proof.proofId, kind, task }] };
      await desk.takeProof(proof, bytes, { doorKey: door.key, values: next });
      set({ ...latest.current, proofs: next.proofs });
    },
    remove: (proofId) => {
      const proofs = latest.current.proofs.filter((each) => each.proofId !== proofId);
      set({ ...latest.current, proofs });
      void desk.fillIn(door.key, latest.current).then(() => desk.dropProof(proofId));
    },
  };
}
