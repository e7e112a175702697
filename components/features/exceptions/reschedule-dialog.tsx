"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DatePicker } from "@/components/ui/date-picker";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { addLocalDays } from "@/server/domain/time/local-date";
import { localDateAt } from "@/server/domain/time/zoned-time";
import type { ConcernedStop } from "./concerned-stops";
import { EditFigures } from "./edit-figures";
import { useReschedule } from "./use-reschedule";

export interface RescheduleDialogProps {
  readonly exception: Exception;
  /** The doors that may go. */
  readonly stops: readonly ConcernedStop[];
  readonly onClose: () => void;
}

/** Takes deliveries off their route and moves them to a later day: what that does to the route is seen first. */
export function RescheduleDialog({ exception, stops, onClose }: RescheduleDialogProps) {
  const t = useWords("exceptions");
  const refusalOf = useRefusalOf();
  const planId = exception.planId!;
  const earliest = addLocalDays(laterOf(exception.date, localDateAt(new Date(), exception.timeZone ?? "UTC")), 1);
  const [date, setDate] = useState(earliest);
  const [movePromises, setMovePromises] = useState(false);
  const [outIds, setOutIds] = useState<ReadonlySet<string>>(new Set());
  const going = stops.filter(({ visitId }) => !outIds.has(visitId));
  const preview = useTakingOff(planId, going);
  const { reschedule, isPending } = useReschedule({ planId, onDone: onClose });
  const isReady = going.length > 0 && date >= earliest && !preview.error && !preview.isLoading;
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={t("reschedule.title", { count: stops.length })}
      description={t("reschedule.about")}
      footer={
        <Button
          variant="primary"
          disabled={!isReady}
          loading={isPending}
          onClick={() => reschedule(going, { date, movePromises, confirmed: preview.data?.base ?? [] })}
        >
          {t("reschedule.do", { date: t.format.date(date, "short") })}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {stops.length > 1 ? <Choice stops={stops} outIds={outIds} onChange={setOutIds} /> : null}
        <DatePicker label={t("reschedule.day")} value={date} min={earliest} onValueChange={setDate} />
        <Checkbox
          label={t("reschedule.movePromises")}
          hint={t("reschedule.movePromisesHint")}
          checked={movePromises}
          onCheckedChange={setMovePromises}
        />
        {preview.error ? (
          <Banner tone="error" title={t("preview.failed")}>
            {refusalOf(preview.error).message}
          </Banner>
        ) : preview.data ? (
          <div>
            <EditFigures preview={preview.data} />
          </div>
        ) : preview.isLoading ? (
          <Skeleton className="h-20 w-full rounded-md" />
        ) : null}
      </div>
    </Dialog>
  );
}

function laterOf(date: string | null, today: string): string {
  return date !== null && date > today ? date : today;
}

/** What leaving their routes does to those routes; nothing is asked while none of them is on one. */
function useTakingOff(planId: string, stops: readonly ConcernedStop[]) {
  const client = useTRPCClient();
  const visitIds = stops.flatMap(({ visitId, routeId }) => (routeId === null ? [] : [visitId]));
  const asked = { planId, visitIds, to: { kind: "pool" as const } };
  return useQuery({
    enabled: visitIds.length > 0,
    queryKey: ["exception-reschedule", asked],
    queryFn: () => client.plan.previewMove.mutate(asked),
    gcTime: 0,
    retry: false,
  });
}

interface ChoiceProps {
  readonly stops: readonly ConcernedStop[];
  readonly outIds: ReadonlySet<string>;
  readonly onChange: (outIds: ReadonlySet<string>) => void;
}

function Choice({ stops, outIds, onChange }: ChoiceProps) {
  const t = useWords("exceptions");
  const toggle = (visitId: string, isIn: boolean) => {
    const next = new Set(outIds);
    if (isIn) next.delete(visitId);
    else next.add(visitId);
    onChange(next);
  };
  return (
    <fieldset className="flex max-h-40 flex-col gap-1 overflow-y-auto">
      <legend className="mb-1 font-medium">{t("reschedule.which")}</legend>
      {stops.map(({ visitId, recipient, street, externalId }) => (
        <Checkbox
          key={visitId}
          label={[recipient || externalId, street].filter((each) => each).join(" · ")}
          checked={!outIds.has(visitId)}
          onCheckedChange={(isIn) => toggle(visitId, isIn)}
        />
      ))}
    </fieldset>
  );
}
