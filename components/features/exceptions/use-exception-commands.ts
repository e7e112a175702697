import { useRouter } from "next/navigation";
import { useCommands } from "@/components/lib/command-registry";
import type { Command } from "@/components/lib/commands";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import type { ExceptionAct } from "@/server/domain/exception/exception-act";
import { boardAddress, type Exception } from "./exception-words";
import { useExceptionAct } from "./use-exceptions";

interface InboxParts {
  readonly shown: readonly Exception[];
  readonly chosen: Exception | null;
  readonly choose: (id: string) => void;
  readonly note: () => void;
}

/** What can be done in the inbox, for keys and palette; answers with the way to the board. */
export function useExceptionCommands({ shown, chosen, choose, note }: InboxParts): (exception: Exception) => void {
  const t = useWords("exceptions");
  const router = useRouter();
  const mayEdit = useMay("plan.edit");
  const { act } = useExceptionAct();
  const at = shown.findIndex(({ id }) => id === chosen?.id);
  const step = (by: 1 | -1) => {
    const start = at === -1 && by === -1 ? 0 : at;
    const next = shown.at((start + by) % shown.length);
    if (next) choose(next.id);
  };
  const open = (exception: Exception) => {
    const address = boardAddress(exception);
    if (address) router.push(address);
  };
  const isStanding = chosen?.status === "open" || chosen?.status === "acknowledged";
  // What is closed leaves the list: stand on what follows it, so that A R E needs no mouse.
  const close = (one: ExceptionAct) => {
    if (!chosen) return;
    const next = shown[at + 1] ?? shown[at - 1];
    act(chosen.id, one);
    if (next) choose(next.id);
  };
  const group = t("keys");
  const commands: Command[] = [
    { id: "exception:next", label: t("next"), hotkey: "E", enabled: shown.length > 0, run: () => step(1) },
    {
      id: "exception:previous",
      label: t("previous"),
      hotkey: "Shift+E",
      enabled: shown.length > 0,
      run: () => step(-1),
    },
    {
      id: "exception:open",
      label: t("openOnBoard"),
      hotkey: "Enter",
      enabled: chosen !== null && boardAddress(chosen) !== null,
      run: () => chosen && open(chosen),
    },
    {
      id: "exception:acknowledge",
      label: t("acknowledge"),
      hotkey: "A",
      enabled: mayEdit && chosen?.status === "open",
      run: () => chosen && act(chosen.id, { kind: "acknowledge" }),
    },
    {
      id: "exception:resolve",
      label: t("resolve"),
      hotkey: "R",
      enabled: mayEdit && isStanding,
      run: () => close({ kind: "resolve", note: "" }),
    },
    {
      id: "exception:dismiss",
      label: t("dismiss"),
      enabled: mayEdit && isStanding,
      run: () => close({ kind: "dismiss", note: "" }),
    },
    { id: "exception:new", label: t("newException"), hotkey: "N", enabled: mayEdit, run: note },
  ];
  useCommands(
    commands.map((command) => ({ ...command, group })),
    { group },
  );
  return open;
}
