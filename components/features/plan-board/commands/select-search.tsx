import { ListChecks } from "lucide-react";
import type { CommandSearch } from "@/components/lib/command-registry";
import { matchScore, queryWords } from "@/components/lib/rank-commands";
import type { Words } from "@/components/lib/words/words";
import { foldText } from "@/server/domain/address/fold-text";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { BoardStore } from "../board-store";
import { foundStopIds } from "../route-list/build-rows";
import { type FacetWords, facetLabel, kindOf, type StopFacet, stopFacets } from "../route-list/stop-facets";
import { selectArea } from "../select-stops";

const MOST_ANSWERS = 6;

interface SelectParts {
  readonly t: Words<"boardCommands">;
  /** What the list calls what stops have in common. */
  readonly facetWords: FacetWords;
  readonly board: () => PlanBoard;
  readonly store: BoardStore;
}

/** Selects stops by what they have in common: "select late", "tag vip", "08007". */
export function selectSearch({ t, facetWords, board, store }: SelectParts): CommandSearch {
  const commandOf = (facet: Pick<StopFacet, "key">, count: number) => ({
    id: `select:${facet.key}`,
    label: t("selectStops", { count, what: facetLabel(facetWords, facet.key) }),
    hint: kindOf(facet.key) === "state" ? undefined : t(`kind.${kindOf(facet.key)}`),
    icon: <ListChecks />,
    enabled: true,
    run: () => {
      selectArea(store, foundStopIds(board(), { query: "", facets: [facet.key] }), false);
      store.setState(({ listFocusRequests }) => ({ listFocusRequests: listFocusRequests + 1 }));
    },
  });
  return {
    group: t("group.select"),
    search: (query) => {
      const words = queryWords(query);
      return stopFacets(facetWords, board())
        .map((facet) => ({
          facet,
          score: matchScore(foldText(`${facet.label} ${t(`kind.${facet.kind}`)} ${t("selectKeywords")}`), words),
        }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || b.facet.count - a.facet.count)
        .slice(0, MOST_ANSWERS)
        .map(({ facet }) => commandOf(facet, facet.count));
    },
    recall: (id) => {
      const facet = stopFacets(facetWords, board()).find(({ key }) => id === `select:${key}`);
      return facet && commandOf(facet, facet.count);
    },
  };
}
