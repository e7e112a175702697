"use client";
import clsx from "clsx";
import { Check, ChevronDown, ChevronUp } from "lucide-react";
import Link from "next/link";
import { useMay } from "@/components/lib/viewer-permissions";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { confidenceWords } from "./confidence-words";
import type { DoubtfulAddress } from "./use-doubts";

export type DoubtDetailsProps = {
  doubt: DoubtfulAddress;
  projectId: string;
  index: number;
  total: number;
  chosen: number | null;
  /** The pin was put somewhere by hand. */
  isMoved: boolean;
  canAccept: boolean;
  onChoose: (candidate: number) => void;
  onAccept: () => void;
  onStep: (by: 1 | -1) => void;
};

function Candidates({ doubt, chosen, onChoose }: Pick<DoubtDetailsProps, "doubt" | "chosen" | "onChoose">) {
  const t = useWords("addressDoubts");
  if (doubt.candidates.length === 0) {
    return <p className="text-ink-muted">{t("nothingFound")}</p>;
  }
  return (
    <ul aria-label={t("proposals")} className="flex flex-col gap-1">
      {doubt.candidates.map((candidate, index) => (
        <li key={`${candidate.label}${candidate.position.lat}${candidate.position.lng}`}>
          <button
            type="button"
            aria-pressed={index === chosen}
            onClick={() => onChoose(index)}
            className={clsx(
              "flex w-full items-center gap-2 rounded-md border px-2.5 py-1.5 text-left pointer-coarse:min-h-11",
              index === chosen ? "border-accent bg-accent-soft" : "border-line hover:bg-hover",
            )}
          >
            <KeyboardHint keys={String(index + 1)} className="pointer-coarse:hidden" />
            <span className="min-w-0 flex-1">{candidate.label}</span>
            <Badge tone={candidate.confidence === "exact" ? "ok" : "neutral"}>
              {confidenceWords(t, candidate.confidence)}
            </Badge>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What pressing the button means now. */
function acceptWords(
  t: Words<"addressDoubts">,
  doubt: DoubtfulAddress,
  chosen: number | null,
  isMoved: boolean,
): string {
  if (isMoved) return t("acceptPin");
  const confidence = chosen === null ? undefined : doubt.candidates[chosen]?.confidence;
  if (confidence === undefined) return t("acceptNone");
  if (confidence === "street") return t("acceptStreet");
  return t(confidence === "city" ? "acceptCity" : "acceptDoor");
}

function WaitingOrders({ doubt, projectId }: { doubt: DoubtfulAddress; projectId: string }) {
  const t = useWords("addressDoubts");
  const { deliveryCount, deliveries } = doubt;
  return (
    <div>
      <h3 className="mb-1 font-medium text-ink-muted text-sm">{t("waiting", { count: deliveryCount })}</h3>
      <ul className="flex flex-col">
        {deliveries.map(({ id, externalId, name, serviceDate }) => (
          <li key={id} className="flex gap-2 py-0.5">
            <Link href={orderLink(projectId, id)} className="truncate text-accent hover:underline">
              {externalId ?? t("orderNoNumber")}
            </Link>
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="shrink-0 text-ink-muted tabular-nums">{t.format.date(serviceDate, "short")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const orderLink = (projectId: string, id: string) => `/orders?project=${projectId}&order=${id}`;

function Answer({ doubt, projectId, chosen, isMoved, canAccept, onAccept }: DoubtDetailsProps) {
  const t = useWords("addressDoubts");
  const first = doubt.deliveries[0];
  return (
    <footer className="flex flex-col gap-1.5 border-line border-t px-4 py-3">
      <Button variant="primary" size="lg" icon={<Check aria-hidden="true" />} disabled={!canAccept} onClick={onAccept}>
        <span className="inline-flex items-center gap-2">
          {acceptWords(t, doubt, chosen, isMoved)}
          <KeyboardHint keys="Enter" className="pointer-coarse:hidden" />
        </span>
      </Button>
      <p className="text-pretty text-ink-muted text-sm">
        {first
          ? t.rich("rememberedOrChange", {
              link: (words) => (
                <Link href={orderLink(projectId, first.id)} className="text-accent hover:underline">
                  {words}
                </Link>
              ),
            })
          : t("remembered")}
      </p>
    </footer>
  );
}

/** The address as the sender wrote it, the proposals, the orders that wait, and the one button. */
export function DoubtDetails(props: DoubtDetailsProps) {
  const t = useWords("addressDoubts");
  const { doubt, projectId, index, total, chosen, onChoose, onStep } = props;
  const mayWrite = useMay("order.write");
  return (
    <section aria-label={t("one")} className="flex min-h-0 flex-col">
      <header className="flex items-start gap-2 px-4 pt-3">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-lg">{doubt.street}</h2>
          <p className="text-ink-muted">{[doubt.postcode, doubt.city, doubt.country].filter(Boolean).join(" ")}</p>
        </div>
        <span className="pt-1.5 text-ink-muted tabular-nums">{t("place", { number: index + 1, total })}</span>
        <IconButton label={t("previous")} shortcut="K" icon={<ChevronUp />} onClick={() => onStep(-1)} />
        <IconButton label={t("next")} shortcut="J" icon={<ChevronDown />} onClick={() => onStep(1)} />
      </header>
      <div className="scroll-quiet flex min-h-0 flex-1 flex-col gap-4 px-4 py-3">
        <Candidates doubt={doubt} chosen={chosen} onChoose={onChoose} />
        <WaitingOrders doubt={doubt} projectId={projectId} />
      </div>
      {mayWrite ? <Answer {...props} /> : null}
    </section>
  );
}
