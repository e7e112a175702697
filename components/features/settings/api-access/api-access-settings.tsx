"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { parseAsString, parseAsStringEnum, useQueryState } from "nuqs";
import { useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { SettingsSection } from "../settings-section";
import { ApiDocuments } from "./api-documents";
import { KeyDrawer } from "./key-drawer";
import { KeyForm } from "./key-form";
import { KeyList } from "./key-list";
import { type ApiKey, CONDITIONS, conditionOf, type ShownKey } from "./key-words";
import { ShownDialog } from "./shown-dialog";

const ALL = "all";
const SHOWN = [...CONDITIONS, ALL] as const;

/** What a list is narrowed to, kept in the address. */
function useKeyFilter(keys: readonly ApiKey[]) {
  const [condition, setCondition] = useQueryState("keys", parseAsStringEnum([...SHOWN]).withDefault("active"));
  const [api, setApi] = useQueryState("api", parseAsString.withDefault(ALL));
  const now = new Date();
  const shown = keys.filter(
    (key) =>
      (condition === ALL || conditionOf(key, now) === condition) &&
      (api === ALL || key.dialect === null || key.dialect === api),
  );
  return { condition, setCondition, api, setApi, shown };
}

/** Whose programs are let in, by which API and for what: made, exchanged, shut; and where to read about it. */
export function ApiAccessSettings() {
  const t = useWords("settingsApiAccess");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const keys = useQuery(trpc.apiAccess.keys.queryOptions({}));
  const apis = useQuery(trpc.apiAccess.apis.queryOptions({}));
  useLiveRefresh(/^api-key\./, [trpc.apiAccess.keys.queryKey()]);
  const filter = useKeyFilter(keys.data ?? []);
  const [openId, setOpenId] = useQueryState("key", parseAsString);
  const [making, setMaking] = useState({ opening: 0, isOpen: false });
  const [shown, setShown] = useState<ShownKey | null>(null);
  const error = keys.error ?? apis.error;
  if (error) {
    return (
      <Banner tone="error" title={t("unreadable")}>
        {refusalOf(error).message}
      </Banner>
    );
  }
  if (!keys.data || !apis.data) return <Skeleton className="h-60 w-full rounded-lg" />;
  const known = apis.data.apis;
  const titleOf = (name: string | null) => known.find((each) => each.name === name)?.title ?? name ?? t("everyApi");
  const refresh = () => void queries.invalidateQueries({ queryKey: trpc.apiAccess.keys.queryKey() });
  const make = () => setMaking(({ opening }) => ({ opening: opening + 1, isOpen: true }));
  const show = (made: ShownKey) => {
    setMaking((last) => ({ ...last, isOpen: false }));
    void setOpenId(null);
    setShown(made);
    refresh();
  };
  const addButton = (
    <Button variant="primary" icon={<Plus />} onClick={make}>
      {t("add")}
    </Button>
  );
  return (
    <>
      <SettingsSection title={t("title")} description={t("about")} actions={keys.data.length > 0 ? addButton : null}>
        {keys.data.length > 0 ? (
          <>
            <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
              <SegmentedControl
                label={t("show")}
                size="sm"
                options={SHOWN.map((value) => ({ value, label: t(`filter.${value}`) }))}
                value={filter.condition}
                onValueChange={(next) => void filter.setCondition(next)}
              />
              <Select
                label={t("api")}
                hideLabel
                size="sm"
                className="w-56"
                options={[
                  { value: ALL, label: t("allApis") },
                  ...known.map(({ name, title }) => ({ value: name, label: title })),
                ]}
                value={filter.api}
                onValueChange={(next) => void filter.setApi(next)}
              />
            </div>
            <KeyList keys={filter.shown} titleOf={titleOf} onOpen={(id) => void setOpenId(id)} />
          </>
        ) : (
          <EmptyState icon={<KeyRound />} title={t("none")} actions={addButton}>
            {t("noneAbout")}
          </EmptyState>
        )}
      </SettingsSection>
      <ApiDocuments apis={known} />
      <KeyForm
        key={`make ${making.opening}`}
        apis={known}
        partners={apis.data.partners}
        open={making.isOpen}
        onClose={() => setMaking((last) => ({ ...last, isOpen: false }))}
        onMade={show}
      />
      <KeyDrawer
        id={openId}
        keys={keys.data}
        titleOf={titleOf}
        partners={apis.data.partners}
        onClose={() => void setOpenId(null)}
        onChanged={refresh}
        onSecret={show}
      />
      <ShownDialog
        shown={shown}
        onClose={() => {
          setShown(null);
          // Whoever tried it meanwhile has used it.
          refresh();
        }}
      />
    </>
  );
}
