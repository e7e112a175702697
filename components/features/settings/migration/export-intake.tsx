"use client";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ProjectSelect } from "@/components/lib/project-select";
import { useTRPC } from "@/components/lib/trpc";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { TextArea } from "@/components/ui/text-area";
import { MOST_EXPORT_CHARACTERS } from "@/server/domain/migration/export-limit";
import { SettingsSection } from "../settings-section";
import { ExportReading } from "./export-reading";
import type { Vendor } from "./moving-settings";
import { useReadText } from "./use-read-text";

/** What was taken along from a vendor, pasted or dropped: first read, then brought in. */
export function ExportIntake({ vendor }: { vendor: Vendor }) {
  const t = useWords("settingsMoving");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const { project, projects, choose } = useChosenProject();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const readText = useReadText();
  const paste = useRef<HTMLTextAreaElement>(null);
  const isAgain = useRef(false);
  const reading = useMutation(trpc.migration.readExport.mutationOptions());
  useEffect(() => {
    if (reading.data || !isAgain.current) return;
    isAgain.current = false;
    paste.current?.focus();
  }, [reading.data]);
  if (!project) return null;
  const read = (given: string) => {
    const isTooLong = given.length > MOST_EXPORT_CHARACTERS;
    setProblem(isTooLong ? t("tooLong", { most: MOST_EXPORT_CHARACTERS }) : null);
    if (given.trim() === "" || isTooLong) return reading.reset();
    reading.mutate({ vendor: vendor.name, projectId: project.id, text: given });
  };
  async function take(file: File) {
    const taken = await readText(file);
    if (!taken.ok) {
      reading.reset();
      return setProblem(taken.message);
    }
    // What was dropped is not put into the field: a long one would make every key slow.
    read(taken.text);
  }
  const again = () => {
    isAgain.current = true;
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
            onFiles={([file]) => file && void take(file)}
            onReject={() => setProblem(t("otherFile"))}
            disabled={reading.isPending}
          />
          <TextArea ref={paste} label={t("paste")} rows={5} spellCheck={false} value={text} onValueChange={setText} />
          {problem !== null || reading.error ? (
            <Banner tone="error" title={t("notRead")}>
              {problem ?? refusalOf(reading.error).message}
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
