import { ListChecks } from "lucide-react";
import type { CommandSearch } from "@/components/lib/command-registry";
import { formatCount } from "@/components/lib/format";
import { matchScore, queryWords } from "@/components/lib/rank-commands";
import { foldText } from "@/server/domain/address/fold-text";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { BoardStore } from "../board-store";
import { foundStopIds } from "../route-list/build-rows";
import { facetLabel, kindOf, type StopFacet, stopFacets } from "../route-list/stop-facets";
import { selectArea } from "../select-stops";

const MOST_ANSWERS = 6;
const WORDS = "select stops";

/** Selects stops by what they have in common: "select late", "tag vip", "08007". */
export function selectSearch({ board, store }: { board: () => PlanBoard; store: BoardStore }): CommandSearch {
  const commandOf = (facet: Pick<StopFacet, "key">, count: number) => ({
    id: `select:${facet.key}`,
    label: `Select ${count === 1 ? "1 stop" : `${formatCount(count)} stops`}: ${facetLabel(facet.key)}`,
    hint: kindOf(facet.key) === "state" ? undefined : kindOf(facet.key),
    icon: <ListChecks />,
    enabled: true,
    run: () => {
      selectArea(store, foundStopIds(board(), { query: "", facets: [facet.key] }), false);
      store.setState(({ listFocusRequests }) => ({ listFocusRequests: listFocusRequests + 1 }));
    },
  });
  return {
    group: "Select",
    search: (query) => {
      const words = queryWords(query);
      return stopFacets(board())
        .map((facet) => ({ facet, score: matchScore(foldText(`${facet.label} ${facet.kind} ${WORDS}`), words) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || b.facet.count - a.facet.count)
        .slice(0, MOST_ANSWERS)
        .map(({ facet }) => commandOf(facet, facet.count));
    },
    recall: (id) => {
      const facet = stopFacets(board()).find(({ key }) => id === `select:${key}`);
      return facet && commandOf(facet, facet.count);
    },
  };
}
