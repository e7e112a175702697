"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { parseAmount } from "@/components/lib/parse-amount";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import type { OrderMapping } from "@/server/domain/intake/order-columns";
import type { SettingsDraft } from "./import-defaults";
import { assign, type ColumnUse, columnUse, confidenceWord, mappingProblems } from "./mapping-state";

export type ImportDetails = RouterOutput["intake"]["get"];

const MOST_MINUTES = 12 * 60;

function secondsOf(text: string): number | undefined | null {
  if (text.trim() === "") return undefined;
  const minutes = parseAmount(text);
  return minutes !== null && minutes >= 0 && minutes <= MOST_MINUTES ? Math.round(minutes * 60) : null;
}

/** The columns' uses and the assumptions while they are being chosen; sends them off to have the rows checked. */
export function useMapping(details: ImportDetails, today: string, onSent: () => void) {
  const trpc = useTRPC();
  const refuse = useRefusalToast();
  const [mapping, setMapping] = useState<OrderMapping>(details.settings.mapping);
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  const { mapping: _, serviceSeconds, ...kept } = details.settings;
  const [draft, setDraft] = useState<SettingsDraft>(() => ({
    ...kept,
    // A fresh file is most often for a day still to be planned; a remembered day would be a past one.
    serviceDate: kept.serviceDate ?? (details.status === "uploaded" ? today : undefined),
    serviceMinutes: serviceSeconds === undefined ? "" : String(serviceSeconds / 60),
  }));
  const send = useMutation(
    trpc.intake.setMapping.mutationOptions({
      onSuccess: onSent,
      onError: (error) => refuse("The rows are not checked", error),
    }),
  );
  const seconds = secondsOf(draft.serviceMinutes);
  const errors = {
    country: draft.country && !/^[A-Z]{2}$/.test(draft.country) ? "Two letters, like DK" : undefined,
    serviceMinutes: seconds === null ? "Between 0 and 720" : undefined,
  };
  const problems = mappingProblems(mapping, draft.mode);
  const canCheck = problems.length === 0 && !errors.country && seconds !== null;

  function setUse(column: number, use: ColumnUse) {
    setMapping((before) => assign(before, column, use, details.headers[column] ?? ""));
    setTouched((before) => new Set([...before, column]));
  }
  function originOf(column: number) {
    const use = columnUse(mapping, column);
    if (touched.has(column) || use.kind === "none") return null;
    if (details.isRemembered) return "remembered";
    return use.kind === "field" ? confidenceWord(details.guess.confidence[use.field]) : null;
  }
  function check() {
    if (!canCheck || send.isPending) return;
    const { serviceMinutes: _text, ...rest } = draft;
    send.mutate({
      id: details.id,
      settings: { ...rest, mapping, ...(seconds !== undefined && { serviceSeconds: seconds }) },
    });
  }
  const change = (next: Partial<SettingsDraft>) => setDraft((before) => ({ ...before, ...next }));
  return { mapping, draft, errors, problems, canCheck, isSending: send.isPending, setUse, originOf, change, check };
}
