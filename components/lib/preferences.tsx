"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useMemo } from "react";
import {
  DEFAULT_PREFERENCES,
  mergePreferences,
  type Preferences,
  type PreferencesPatch,
} from "@/server/domain/preference/preferences";
import { setSingleLetterHotkeys } from "./hotkeys";
import { useTRPC } from "./trpc";
import { useChosenProject } from "./use-chosen-project";
import { type ReaderCustoms, readerOf } from "./words/reader";
import { ReaderProvider } from "./words/words-context";

export interface PreferencesProviderProps {
  /** As the server read them for this page. */
  readonly initial: Preferences;
  readonly customs: ReaderCustoms;
  readonly children: ReactNode;
}

/** Holds the member's preferences, and writes everything below as they say: a changed clock or unit shows at once. */
export function PreferencesProvider({ initial, customs, children }: PreferencesProviderProps) {
  const { country, units, language: usualLanguage } = customs;
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.preference.own.queryOptions(),
    initialData: { preferences: initial, country, units, language: usualLanguage },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { singleLetterKeys } = data.preferences;
  useEffect(() => setSingleLetterHotkeys(singleLetterKeys), [singleLetterKeys]);
  return (
    <Reading initial={initial} customs={customs}>
      {children}
    </Reading>
  );
}

/** Writes everything below as is customary in the project looked at, where its reader has chosen nothing. */
export function ProjectCustoms({ initial, customs, children }: PreferencesProviderProps) {
  const { project } = useChosenProject();
  const own = project ? { ...customs, country: project.defaultCountry, units: project.units } : customs;
  return (
    <Reading initial={initial} customs={own}>
      {children}
    </Reading>
  );
}

function Reading({ initial, customs, children }: PreferencesProviderProps) {
  const { acceptLanguage, country, units, language: usualLanguage } = customs;
  const { preferences } = usePreferences();
  const { hourCycle, distanceUnit, weightUnit } = preferences;
  // The words come from the server, so their language is the one it knows until it has answered.
  const { language } = initial;
  const reader = useMemo(
    () =>
      readerOf(
        { language, hourCycle, distanceUnit, weightUnit },
        { acceptLanguage, country, units, language: usualLanguage },
      ),
    [language, hourCycle, distanceUnit, weightUnit, acceptLanguage, country, units, usualLanguage],
  );
  return <ReaderProvider reader={reader}>{children}</ReaderProvider>;
}

/**
 * The member's own preferences, and a way to change some of them: seen at once, taken back when the server refuses.
 * `panels` given replaces the layouts of the screens it names. Callers that change often (a panel being dragged) wait
 * for the end of the gesture before they save.
 */
export function usePreferences(): {
  readonly preferences: Preferences;
  readonly save: (patch: PreferencesPatch, options?: { onError?: (error: unknown) => void }) => void;
  readonly isSaving: boolean;
} {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { queryKey } = trpc.preference.own.queryOptions();
  const { data } = useQuery({ ...trpc.preference.own.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
  const preferences = data?.preferences ?? DEFAULT_PREFERENCES;

  const put = (change: (current: Preferences) => Preferences) =>
    queryClient.setQueryData(queryKey, (known) => known && { ...known, preferences: change(known.preferences) });
  const mutation = useMutation(
    trpc.preference.save.mutationOptions({
      onMutate: (patch) => {
        const before = queryClient.getQueryData(queryKey)?.preferences;
        put((current) => mergePreferences(current, patch));
        return { before };
      },
      onError: (_error, _patch, context) => {
        const before = context?.before;
        if (before) put(() => before);
      },
      onSuccess: (saved, patch) => {
        put(() => saved);
        // Texts are the server's to bring.
        if (patch.language) router.refresh();
      },
    }),
  );
  return { preferences, save: (patch, options) => mutation.mutate(patch, options), isSaving: mutation.isPending };
}
