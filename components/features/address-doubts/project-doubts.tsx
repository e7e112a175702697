"use client";
import { useQuery } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import { useRef, useState } from "react";
import { useHotkeys } from "@/components/lib/hotkeys";
import { useTRPC } from "@/components/lib/trpc";
import { PHONE, useMediaQuery } from "@/components/lib/use-media-query";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import type { BasemapSources } from "@/components/map/load-basemap";
import type { LatLng } from "@/server/domain/geo";
import { DoubtDetails } from "./doubt-details";
import { DoubtList } from "./doubt-list";
import { DoubtMap } from "./doubt-map";
import { currentIndex, firstPin, readyCandidate, stepped } from "./doubt-queue";
import type { useDoubts } from "./use-doubts";

export type ProjectDoubtsProps = { projectId: string; map: BasemapSources; doubts: ReturnType<typeof useDoubts> };

/** What a person has done about the address looked at; forgotten with the next address. */
type Attempt = { locationId: string; pin: LatLng; candidate: number | null };

/** The address looked at, where its pin stands, and the answer to give. */
function useDoubtAnswer({ projectId, doubts: { rows, settle } }: ProjectDoubtsProps) {
  const trpc = useTRPC();
  const mayWrite = useMay("order.write");
  const [locationId, setLocationId] = useQueryState("location");
  const lastIndex = useRef(0);
  const [attempt, setAttempt] = useState<Attempt>();
  const depots = useQuery(trpc.fleet.depots.queryOptions({ projectId }));
  const index = currentIndex(rows, locationId, lastIndex.current);
  const doubt = rows[index];
  const depot = depots.data?.find(({ lat, lng }) => lat !== null && lng !== null);
  const nearby = depot && { lat: depot.lat!, lng: depot.lng! };
  const own = doubt && attempt?.locationId === doubt.locationId ? attempt : undefined;
  const pin = own?.pin ?? (doubt && firstPin(doubt, nearby));
  const chosen = own ? own.candidate : doubt ? readyCandidate(doubt) : null;
  // A place nobody proposed and nobody chose is not an answer: the pin must have been moved there.
  const canAccept = mayWrite && pin !== undefined && (chosen !== null || own !== undefined);

  function go(to: number) {
    lastIndex.current = to;
    void setLocationId(rows[to]?.locationId ?? null);
  }
  function choose(candidate: number) {
    const position = doubt?.candidates[candidate]?.position;
    if (doubt && position) setAttempt({ locationId: doubt.locationId, pin: position, candidate });
  }
  function put(position: LatLng) {
    if (doubt) setAttempt({ locationId: doubt.locationId, pin: position, candidate: null });
  }
  function accept() {
    if (!doubt || !canAccept || !pin) return;
    lastIndex.current = index;
    settle(doubt, chosen === null ? { position: pin } : { candidate: chosen });
    setAttempt(undefined);
  }
  const step = (by: 1 | -1) => go(stepped(index, by, rows.length));
  const isMoved = own !== undefined && own.candidate === null;
  return { index, doubt, pin, chosen, isMoved, canAccept, go, step, choose, put, accept };
}

type DoubtAnswer = ReturnType<typeof useDoubtAnswer>;

function useDoubtKeys({ doubt, canAccept, step, accept, choose }: DoubtAnswer) {
  const t = useWords("addressDoubts");
  const proposals = [1, 2, 3, 4, 5].map((digit) => ({
    keys: String(digit),
    label: t("chooseProposal", { number: String(digit) }),
    enabled: doubt !== undefined && digit <= doubt.candidates.length,
    run: () => choose(digit - 1),
  }));
  useHotkeys(
    [
      { keys: "J", label: t("next"), run: () => step(1) },
      { keys: "K", label: t("previous"), run: () => step(-1) },
      { keys: "Enter", label: t("accept"), enabled: canAccept, run: accept },
      ...proposals,
    ],
    { group: t("group") },
  );
}

/** One address after the other: list, map, and the answer. */
export function ProjectDoubts(props: ProjectDoubtsProps) {
  const { projectId, map, doubts } = props;
  const { rows, total, query } = doubts;
  const isPhone = useMediaQuery(PHONE);
  const answer = useDoubtAnswer(props);
  useDoubtKeys(answer);
  const { doubt, pin, chosen, choose, accept } = answer;
  if (!doubt) return null;
  return (
    <div className="flex min-h-0 flex-1 flex-col sm:flex-row">
      {isPhone ? null : (
        <div className="flex w-72 shrink-0 flex-col border-line border-r bg-surface xl:w-80">
          <DoubtList
            rows={rows}
            currentId={doubt.locationId}
            onChoose={(id) => answer.go(rows.findIndex((row) => row.locationId === id))}
            onNearEnd={() => query.hasNextPage && !query.isFetchingNextPage && void query.fetchNextPage()}
          />
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears only the pin, a button inside the map. */}
      <div
        className="h-[38dvh] shrink-0 sm:h-auto sm:min-w-0 sm:flex-1"
        onKeyDown={({ key, target }) => {
          if (key === "Enter" && target instanceof HTMLButtonElement && target.dataset.testid) accept();
        }}
      >
        <DoubtMap basemap={map} doubt={doubt} pin={pin} chosen={chosen} onPin={answer.put} onChoose={choose} />
      </div>
      <div className="flex min-h-0 flex-1 flex-col bg-surface sm:w-80 sm:flex-none sm:border-line sm:border-l xl:w-92">
        <DoubtDetails
          {...answer}
          doubt={doubt}
          projectId={projectId}
          total={total ?? rows.length}
          onChoose={choose}
          onAccept={accept}
          onStep={answer.step}
        />
      </div>
    </div>
  );
}
