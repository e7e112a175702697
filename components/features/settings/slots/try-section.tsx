"use client";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { SettingsUnreadable } from "../form/settings-state";
import { SettingsSection } from "../settings-section";
import { OpenSlots } from "./open-slots";
import type { TriedAddress } from "./tried-address";
import type { Offer } from "./use-slots";

const ANY = "";
const DAYS = 14;

/** What an address could book now; the desk books it for whoever is on the telephone. */
export function TrySection({ project, offers }: { project: Project; offers: readonly Offer[] }) {
  const t = useWords("settingsSlots");
  const [postcode, setPostcode] = useState("");
  const [orderNumber, setOrderNumber] = useState("");
  const [level, setLevel] = useState(ANY);
  const [problem, setProblem] = useState<"nothing" | "order" | null>(null);
  const [tried, setTried] = useState<TriedAddress | null>(null);
  const findOrder = useFindOrder(project.id);
  const levels = [...new Set(offers.map(({ serviceLevel }) => serviceLevel))].sort();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const number = orderNumber.trim();
    const order = number === "" ? null : await findOrder.ask(number);
    if (order === undefined) return;
    const address = { postcode: postcode.trim() || order?.postcode || "", position: order?.position };
    const isNothing = address.postcode === "" && address.position === undefined;
    setProblem(number !== "" && order === null ? "order" : isNothing ? "nothing" : null);
    if (isNothing || (number !== "" && order === null)) return setTried(null);
    setTried({ ...address, level: level === ANY ? null : level, order });
  }

  return (
    <SettingsSection title={t("try.title")} description={t("try.about")}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-wrap items-start gap-3">
        <TextField
          label={t("try.postcode")}
          autoComplete="off"
          className="w-36"
          value={postcode}
          onValueChange={setPostcode}
          error={problem === "nothing" ? t("try.nothing") : undefined}
        />
        <TextField
          label={t("try.order")}
          autoComplete="off"
          className="w-48"
          value={orderNumber}
          onValueChange={setOrderNumber}
          error={problem === "order" ? t("try.noOrder") : undefined}
        />
        {levels.length > 1 ? (
          <Select
            label={t("field.serviceLevel")}
            className="w-40"
            options={[
              { value: ANY, label: t("try.anyLevel") },
              ...levels.map((each) => ({ value: each, label: each })),
            ]}
            value={level}
            onValueChange={setLevel}
          />
        ) : null}
        <Button type="submit" className="mt-5" loading={findOrder.isPending}>
          {t("try.find")}
        </Button>
      </form>
      {tried ? <Found project={project} tried={tried} /> : null}
    </SettingsSection>
  );
}

function Found({ project, tried }: { project: Project; tried: TriedAddress }) {
  const trpc = useTRPC();
  const { postcode, position, level } = tried;
  const request = {
    postcode,
    ...(position && { position }),
    ...(level && { serviceLevel: level }),
    fromDate: localDateAt(new Date(), project.timeZone),
    days: DAYS,
  };
  const slots = useQuery(trpc.slot.find.queryOptions({ projectId: project.id, request }));
  if (slots.error) return <SettingsUnreadable error={slots.error} onRetry={() => void slots.refetch()} />;
  if (!slots.data) return <Skeleton className="h-24 w-full" />;
  const of = `${postcode} ${tried.order?.id ?? ""}`;
  return <OpenSlots key={of} slots={slots.data} tried={tried} timeZone={project.timeZone} />;
}

/** Looks up an order by its own number: null where there is none, undefined where that could not be asked. */
function useFindOrder(projectId: string) {
  const t = useWords("settingsSlots");
  const client = useTRPCClient();
  const refuse = useRefusalToast();
  const [isPending, setPending] = useState(false);
  async function ask(number: string): Promise<TriedAddress["order"] | undefined> {
    setPending(true);
    try {
      const { rows } = await client.order.list.query({ filter: { projectId, search: number }, limit: 20 });
      const row = rows.find(({ externalId }) => externalId === number);
      if (!row) return null;
      const position = row.lat === null || row.lng === null ? undefined : { lat: row.lat, lng: row.lng };
      return { id: row.id, number, postcode: row.address.postcode, position };
    } catch (error) {
      refuse(t("try.notAsked"), error);
      return undefined;
    } finally {
      setPending(false);
    }
  }
  return { ask, isPending };
}
