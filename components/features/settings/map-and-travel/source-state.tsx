"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { sayRefusal } from "@/components/lib/say-refusal";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { SourcePart } from "@/server/domain/own-source/own-source";
import { type Chosen, hostOf } from "./source-draft";

/** Whether a chosen source answers: since when, what was wrong last, and asking it now. Nothing where nobody is asked. */
export function SourceState({ part, chosen }: { part: SourcePart; chosen: Chosen }) {
  const t = useWords("settingsMapAndTravel");
  const { source, state } = chosen;
  const host = hostOf(source);
  if (host === null) return null;
  const at = (instant: string) => t.format.instant(instant, browserTimeZone());
  const { answeredAt, failedAt, fault, failingSince } = state;
  const isKnown = answeredAt !== null || failingSince !== null;
  const why = fault && <FaultWords fault={fault} host={host} />;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-64 flex-wrap items-baseline gap-x-2">
        {isKnown ? (
          <Badge tone={failingSince === null ? "ok" : "warn"}>
            {t(failingSince === null ? "state.answers" : "state.fails")}
          </Badge>
        ) : null}
        {failingSince !== null ? (
          <p className="text-pretty">
            {t("state.since", { time: at(failingSince) })} {why}
          </p>
        ) : null}
        <p className="text-pretty text-ink-muted">
          {answeredAt === null ? t("state.never") : t("state.answered", { time: at(answeredAt) })}{" "}
          {failingSince === null && failedAt !== null ? (
            <>
              {t("state.failed", { time: at(failedAt) })} {why}
            </>
          ) : null}
        </p>
      </div>
      <AskNow part={part} />
    </div>
  );
}

function FaultWords({ fault, host }: { fault: NonNullable<Chosen["state"]["fault"]>; host: string }) {
  const t = useWords("refusals");
  return <>{sayRefusal(t, { message: "", details: { reason: "source-failed", fault, host } })}</>;
}

function AskNow({ part }: { part: SourcePart }) {
  const t = useWords("settingsMapAndTravel");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const refused = useRefusalToast();
  const mayEdit = useMay("settings.write");
  const { mutate, data, isPending } = useMutation({
    mutationFn: () => client.mapAndTravel.checkSource.mutate({ part }),
    onSuccess: () => queries.invalidateQueries({ queryKey: trpc.mapAndTravel.setup.pathKey() }),
    onError: (error) => refused(t("notTried"), error),
  });
  if (!mayEdit) return null;
  const isWell = data?.fault === null && !isPending;
  return (
    <div className="flex items-center gap-3">
      <span role="status" className="text-ink-muted">
        {isWell ? t("state.asked", { milliseconds: data.milliseconds }) : ""}
      </span>
      <Button size="sm" icon={<RotateCw aria-hidden="true" />} loading={isPending} onClick={() => mutate()}>
        {t("state.ask")}
      </Button>
    </div>
  );
}
