"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { firstLoads } from "@/components/lib/first-loads";
import { guessRegion } from "@/components/lib/guess-region";
import type { Refusal } from "@/components/lib/refusal";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useDraft } from "@/components/lib/use-draft";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CountryPicker } from "@/components/ui/country-picker";
import { CurrencyPicker } from "@/components/ui/currency-picker";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { ZonePicker } from "@/components/ui/zone-picker";
import { checkProject, newProject, type ProjectDraft } from "./project-draft";

export type NewProjectProps = { onMade: (projectId: string) => void; isFirst?: boolean };

/** The button that opens another branch, and its form. */
export function NewProject({ onMade, isFirst = false }: NewProjectProps) {
  const t = useWords("settings");
  const [isOpen, setOpen] = useState(false);
  const [opening, setOpening] = useState(0);
  return (
    <>
      <Button
        variant={isFirst ? "primary" : "secondary"}
        icon={<Plus />}
        onClick={() => {
          setOpening(opening + 1);
          setOpen(true);
        }}
      >
        {t("project.add")}
      </Button>
      <NewProjectDialog key={opening} open={isOpen} onClose={() => setOpen(false)} onMade={onMade} />
    </>
  );
}

type DialogProps = { open: boolean; onClose: () => void; onMade: (projectId: string) => void };

function NewProjectDialog({ open, onClose, onMade }: DialogProps) {
  const t = useWords("settings");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const common = useWords("common");
  const [initial] = useState(() =>
    newProject(guessRegion(browserTimeZone(), globalThis.navigator?.language ?? "en"), firstLoads(common)),
  );
  const draft = useDraft(initial);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const checked = checkProject(t, draft.values);
    if (!checked.ok) return draft.complain(checked.errors);
    setPending(true);
    try {
      const { id } = await client.project.create.mutate(checked.input);
      await queryClient.invalidateQueries({ queryKey: trpc.project.pathKey() });
      onMade(id);
      onClose();
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("project.new")}
      description={t("project.newAbout")}
      footer={
        <Button type="submit" form="new-project" variant="primary" loading={isPending}>
          {t("project.add")}
        </Button>
      }
    >
      <form
        ref={draft.form}
        id="new-project"
        noValidate
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-4"
      >
        {refusal ? <Banner tone="error">{refusal.message}</Banner> : null}
        <NewProjectFields draft={draft} />
      </form>
    </Dialog>
  );
}

function NewProjectFields({ draft: { values, errors, set } }: { draft: ReturnType<typeof useDraft<ProjectDraft>> }) {
  const common = useWords("common");
  const t = useWords("settings");
  return (
    <>
      <TextField
        label={common("name")}
        required
        value={values.name}
        onValueChange={(name) => set("name", name)}
        error={errors.name}
      />
      <ZonePicker
        label={t("project.timeZone")}
        required
        value={values.timeZone}
        onValueChange={(zone) => set("timeZone", zone)}
        error={errors.timeZone}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <CountryPicker
          label={t("project.country")}
          required
          value={values.defaultCountry}
          onValueChange={(country) => set("defaultCountry", country)}
          error={errors.defaultCountry}
        />
        <CurrencyPicker
          label={t("project.currency")}
          required
          value={values.currency}
          onValueChange={(currency) => set("currency", currency)}
          error={errors.currency}
        />
      </div>
    </>
  );
}
