import type { CommandSearch } from "@/components/lib/command-registry";
import type { Command } from "@/components/lib/commands";
import { queryWords, rankCommands } from "@/components/lib/rank-commands";
import type { Words } from "@/components/lib/words/words";

export interface CommandGroup {
  readonly label: string;
  readonly commands: readonly Command[];
}

export interface PaletteSources {
  readonly commands: readonly Command[];
  readonly searches: readonly CommandSearch[];
  /** Ids, newest first. */
  readonly recentIds: readonly string[];
}

const MOST_RECENT = 5;
const MOST_OF_COMMANDS = 12;

/**
 * What the palette shows. Nothing typed: what was used last, then every command under its heading, those that cannot
 * run left out. Something typed: the best commands, then what each search finds.
 */
export function paletteGroups(
  t: Words<"appShell">,
  query: string,
  { commands, searches, recentIds }: PaletteSources,
): CommandGroup[] {
  const words = queryWords(query);
  const groups = words.length === 0 ? restingGroups(t, commands, searches, recentIds) : [];
  if (words.length > 0) {
    const found = searches.map(({ group, search }) => ({ label: group, commands: search(query) }));
    const acts = {
      label: t("menu.commands"),
      commands: rankCommands(commands, words, recentIds).slice(0, MOST_OF_COMMANDS),
    };
    // A number or a code is somebody looking for a thing; words name acts.
    groups.push(...(/\d/.test(query) ? [...found, acts] : [acts, ...found]));
  }
  return groups.filter((group) => group.commands.length > 0);
}

function restingGroups(
  t: Words<"appShell">,
  commands: readonly Command[],
  searches: readonly CommandSearch[],
  recentIds: readonly string[],
): CommandGroup[] {
  const byId = new Map(commands.map((command) => [command.id, command]));
  const recall = (id: string) => byId.get(id) ?? searches.map((search) => search.recall?.(id)).find(Boolean);
  const recent = recentIds.flatMap((id) => recall(id) ?? []).filter(({ enabled }) => enabled);
  const shown = recent.slice(0, MOST_RECENT);
  const isShown = new Set(shown.map(({ id }) => id));
  const rest = commands.filter(({ id, enabled }) => enabled && !isShown.has(id));
  const other = t("menu.desk");
  const labels = [...new Set(rest.map(({ group = other }) => group))];
  return [
    { label: t("menu.recent"), commands: shown },
    ...labels.map((label) => ({ label, commands: rest.filter(({ group = other }) => group === label) })),
  ];
}
