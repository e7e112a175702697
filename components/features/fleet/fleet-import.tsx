"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTRPC } from "@/components/lib/trpc";
import { useUpload } from "@/components/lib/use-upload";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { FileDrop } from "@/components/ui/file-drop";
import { ProgressBar } from "@/components/ui/progress-bar";
import { fleetTemplate } from "@/server/domain/intake/fleet-own-fields";
import { FleetImportResult, type FleetResult, type FleetRowFault, RowFaults } from "./fleet-import-result";
import type { Project } from "./use-fleet";

export type FleetImportProps = { open: boolean; project: Project; onClose: () => void };

/** A file of drivers, vehicles and depots: choose it, then see what came in and which lines did not. */
export function FleetImport({ open, project, onClose }: FleetImportProps) {
  const t = useWords("fleet");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { state, send, reset } = useUpload<FleetResult>();

  async function take(file: File) {
    const result = await send(`/api/uploads/fleet?projectId=${project.id}`, file);
    if (result) await queryClient.invalidateQueries({ queryKey: trpc.fleet.pathKey() });
  }

  const isBusy = state.phase === "sending";
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (next || isBusy) return;
        onClose();
        reset();
      }}
      size="lg"
      title={t("importTitle")}
      description={t("importAbout")}
      footer={
        state.phase === "done" || state.phase === "refused" ? (
          <>
            <Button onClick={reset}>{t("another")}</Button>
            {state.phase === "done" ? (
              <Button
                variant="primary"
                onClick={() => {
                  onClose();
                  reset();
                }}
              >
                {t("done")}
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-4">
        {state.phase === "idle" ? <ChooseFile project={project} onFile={(file) => void take(file)} /> : null}
        {state.phase === "sending" ? (
          <ProgressBar
            label={t(state.share < 1 ? "sending" : "reading", { file: state.fileName })}
            value={state.share < 1 ? Math.round(state.share * 100) : null}
          />
        ) : null}
        {state.phase === "refused" ? (
          <>
            <Banner tone="error" title={t("notImported", { file: state.fileName })}>
              {state.refusal.message}
            </Banner>
            <RowFaults faults={(state.refusal.details.faults as FleetRowFault[] | undefined) ?? []} />
          </>
        ) : null}
        {state.phase === "done" ? <FleetImportResult fileName={state.fileName} result={state.result} /> : null}
      </div>
    </Dialog>
  );
}

function ChooseFile({ project, onFile }: { project: Project; onFile: (file: File) => void }) {
  const t = useWords("fleet");
  const { driverFieldDefinitions: driver, vehicleFieldDefinitions: vehicle } = project;
  const template = `data:text/csv;charset=utf-8,${encodeURIComponent(fleetTemplate({ driver, vehicle }))}`;
  const { distanceUnit, weightUnit } = t.format.reader;
  return (
    <>
      <FileDrop
        label={t("drop")}
        hint={t("dropHint")}
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        onFiles={([file]) => file && onFile(file)}
      />
      {distanceUnit === "mi" || weightUnit === "lb" ? <p className="text-ink-muted text-sm">{t("fileUnits")}</p> : null}
      <p className="flex flex-wrap items-center gap-2 text-ink-muted">
        {t("noFile")}
        <a href={template} download="fleet.csv" className={buttonClass({ variant: "secondary", size: "sm" })}>
          <Download aria-hidden="true" className="size-4" />
          {t("template")}
        </a>
      </p>
    </>
  );
}
