"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ProjectSelect } from "@/components/lib/project-select";
import { useTRPC } from "@/components/lib/trpc";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { TextArea } from "@/components/ui/text-area";
import { SettingsSection } from "../settings-section";
import { ExportReading } from "./export-reading";
import type { Vendor } from "./moving-settings";

/** What was taken along from a vendor, pasted or dropped: first read, then brought in. */
export function ExportIntake({ vendor }: { vendor: Vendor }) {
  const t = useWords("settingsMoving");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const { project, projects, choose } = useChosenProject();
  const [text, setText] = useState("");
  const reading = useMutation(trpc.migration.readExport.mutationOptions());
  if (!project) return null;
  const read = (given: string) => {
    setText(given);
    if (given.trim() !== "") reading.mutate({ vendor: vendor.name, projectId: project.id, text: given });
  };
  const again = () => {
    setText("");
    reading.reset();
  };
  return (
    <SettingsSection
      title={t("data")}
      description={t("dataAbout", { kinds: t.format.list(vendor.brings.map((kind) => t(`kind.${kind}`))) })}
    >
      {reading.data ? (
        <ExportReading reading={reading.data} project={project} vendor={vendor} onAgain={again} />
      ) : (
        <>
          <ProjectSelect
            label={t("project")}
            className="w-64"
            projects={projects}
            value={project.id}
            onValueChange={choose}
          />
          <FileDrop
            label={t("drop")}
            hint={t("dropHint")}
            accept=".csv,.tsv,.txt,.json,text/csv,application/json"
            onFiles={([file]) => file && void file.text().then(read)}
          />
          <TextArea label={t("paste")} rows={5} spellCheck={false} value={text} onValueChange={setText} />
          {reading.error ? (
            <Banner tone="error" title={t("notRead")}>
              {refusalOf(reading.error).message}
            </Banner>
          ) : null}
          <Button
            className="self-start"
            disabled={text.trim() === ""}
            loading={reading.isPending}
            onClick={() => read(text)}
          >
            {t("read")}
          </Button>
        </>
      )}
    </SettingsSection>
  );
}
