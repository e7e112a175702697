"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { firstLoads } from "@/components/lib/first-loads";
import { guessRegion } from "@/components/lib/guess-region";
import type { Refusal } from "@/components/lib/refusal";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useDraft } from "@/components/lib/use-draft";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CountryPicker } from "@/components/ui/country-picker";
import { CurrencyPicker } from "@/components/ui/currency-picker";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/text-field";
import { ZonePicker } from "@/components/ui/zone-picker";
import { checkStart, type ProjectStart, startOfRegion } from "./project-start";

export type FirstProjectProps = {
  /** Alone on its page: its heading is the page's. */
  isPage?: boolean;
};

/** What an organization without a project sees: the four answers everything else hangs on. */
export function FirstProject({ isPage = false }: FirstProjectProps) {
  const t = useWords("onboarding");
  const mayCreate = useMay("settings.write");
  if (!mayCreate) {
    return <EmptyState title={t("notSetUp")}>{t("notSetUpAbout")}</EmptyState>;
  }
  return <FirstProjectForm Heading={isPage ? "h1" : "h2"} />;
}

function FirstProjectForm({ Heading }: { Heading: "h1" | "h2" }) {
  const t = useWords("onboarding");
  const common = useWords("common");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const router = useRouter();
  const draft = useDraft(startOfRegion({ timeZone: "", country: "", currency: "" }));
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { reset } = draft;
  // Only the browser knows its clock: what the server rendered could not guess.
  useEffect(() => reset(startOfRegion(guessRegion(browserTimeZone(), navigator.language))), [reset]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const checked = checkStart(t, draft.values, firstLoads(common));
    if (!checked.ok) return draft.complain(checked.errors);
    setPending(true);
    setRefusal(null);
    try {
      await client.project.create.mutate(checked.input);
      router.push("/settings?setup=1");
      await queryClient.invalidateQueries({ queryKey: trpc.project.pathKey() });
    } catch (error) {
      setRefusal(refusalOf(error));
      setPending(false);
    }
  }

  return (
    <div className="mx-auto flex w-full max-w-130 flex-col gap-5 px-4 py-10 sm:py-16">
      <header>
        <Heading className="font-semibold text-xl tracking-tight">{t("title")}</Heading>
        <p className="mt-1 text-pretty text-ink-muted text-md">{t("about")}</p>
      </header>
      <form
        ref={draft.form}
        noValidate
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 sm:p-6"
      >
        {refusal ? (
          <Banner tone="error" title={t("notMade")}>
            {refusal.message}
          </Banner>
        ) : null}
        <StartFields draft={draft} />
        <Button type="submit" variant="primary" size="lg" loading={isPending} className="mt-1">
          {t("create")}
        </Button>
      </form>
    </div>
  );
}

function StartFields({ draft: { values, errors, set } }: { draft: ReturnType<typeof useDraft<ProjectStart>> }) {
  const t = useWords("onboarding");
  return (
    <>
      <TextField
        label={t("name")}
        required
        placeholder={t("nameExample")}
        value={values.name}
        onValueChange={(name) => set("name", name)}
        error={errors.name}
      />
      <ZonePicker
        label={t("timeZone")}
        required
        value={values.timeZone}
        onValueChange={(zone) => set("timeZone", zone)}
        error={errors.timeZone}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <CountryPicker
          label={t("country")}
          required
          hint={t("countryHint")}
          value={values.defaultCountry}
          onValueChange={(country) => set("defaultCountry", country)}
          error={errors.defaultCountry}
        />
        <CurrencyPicker
          label={t("currency")}
          required
          hint={t("currencyHint")}
          value={values.currency}
          onValueChange={(currency) => set("currency", currency)}
          error={errors.currency}
        />
      </div>
    </>
  );
}
