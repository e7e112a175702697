"use client";
import { useWords } from "@/components/lib/words/words-context";
import type { SheetStop } from "@/server/domain/plan/route-sheet";
import { BigCheck } from "../parts/big-check";
import { parcelText, stopName } from "../parts/stop-words";

export interface OrderChoiceProps {
  readonly stops: readonly SheetStop[];
  readonly chosen: readonly string[];
  readonly onChange: (visitIds: readonly string[]) => void;
}

/** Several orders at one door: all are reported in one go unless some are unticked. Nothing for a single one. */
export function OrderChoice({ stops, chosen, onChange }: OrderChoiceProps) {
  const t = useWords("driverRun");
  if (stops.length < 2) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-semibold text-lg">{t("ordersHere")}</legend>
      <p className="text-ink-muted text-md">{t("ordersHereAbout")}</p>
      {stops.map((stop) => (
        <BigCheck
          key={stop.visitId}
          label={[stopName(t, stop), stop.externalId].filter(Boolean).join(" · ")}
          hint={parcelText(t, stop)}
          checked={chosen.includes(stop.visitId)}
          onChange={(isChosen) =>
            onChange(isChosen ? [...chosen, stop.visitId] : chosen.filter((visitId) => visitId !== stop.visitId))
          }
        />
      ))}
    </fieldset>
  );
}
