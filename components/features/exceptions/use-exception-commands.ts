import { useRouter } from "next/navigation";
import { useCommands } from "@/components/lib/command-registry";
import type { Command } from "@/components/lib/commands";
import { boardAddress } from "@/components/lib/exceptions/exception-state";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import { useExceptionAct } from "@/components/lib/exceptions/use-exceptions";
import { useHotkeys } from "@/components/lib/hotkeys";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import type { ExceptionAct } from "@/server/domain/exception/exception-act";
import { isStanding } from "@/server/domain/exception/exception-type";
import type { Inbox } from "./use-inbox";

interface InboxParts {
  readonly inbox: Inbox;
  readonly note: () => void;
  readonly escalate: () => void;
}

const SNOOZE_MINUTES = 30;

/** What can be done in the inbox, for keys and palette; answers with the way to the board. */
export function useExceptionCommands({ inbox, note, escalate }: InboxParts): (exception: Exception) => void {
  const t = useWords("exceptions");
  const router = useRouter();
  const mayEdit = useMay("plan.edit");
  const { act } = useExceptionAct();
  const { shown, chosen, choose, leave, selected, select, clearSelection } = inbox;
  const at = shown.findIndex(({ id }) => id === chosen?.id);
  const step = (by: 1 | -1) => {
    const start = at === -1 && by === -1 ? 0 : at;
    const next = shown.at((start + by) % shown.length);
    if (next) choose(next.id);
  };
  const open = (exception: Exception) => {
    const address = boardAddress(exception);
    if (address) void leave(() => router.push(address));
  };
  // What is selected, else what is looked at.
  const meant = selected.length > 0 ? selected : chosen && isStanding(chosen.status) ? [chosen] : [];
  const isMeant = mayEdit && meant.length > 0;
  const run = (one: ExceptionAct) => {
    act(
      meant.map(({ id }) => id),
      one,
    );
    clearSelection();
  };
  // What is put away leaves the list: stand on what follows it, so that A R E needs no mouse.
  const putAway = (one: ExceptionAct) => {
    const gone = new Set(meant.map(({ id }) => id));
    const next = [...shown.slice(at + 1), ...shown.slice(0, Math.max(0, at)).reverse()].find(({ id }) => !gone.has(id));
    run(one);
    if (next && chosen && gone.has(chosen.id)) choose(next.id);
  };
  const group = t("keys");
  const any = shown.length > 0;
  const commands: Command[] = [
    { id: "exception:next", label: t("next"), hotkey: "E", enabled: any, run: () => step(1) },
    { id: "exception:previous", label: t("previous"), hotkey: "Shift+E", enabled: any, run: () => step(-1) },
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
      enabled: isMeant && meant.some(({ status }) => status === "open"),
      run: () => run({ kind: "acknowledge" }),
    },
    {
      id: "exception:resolve",
      label: t("resolve"),
      hotkey: "R",
      enabled: isMeant,
      run: () => putAway({ kind: "resolve", note: "" }),
    },
    {
      id: "exception:snooze",
      label: t("snoozeHalfHour"),
      hotkey: "S",
      enabled: isMeant,
      run: () => putAway({ kind: "snooze", minutes: SNOOZE_MINUTES }),
    },
    { id: "exception:escalate", label: t("escalate"), hotkey: "U", enabled: isMeant, run: escalate },
    {
      id: "exception:dismiss",
      label: t("dismiss"),
      enabled: isMeant,
      run: () => putAway({ kind: "dismiss", note: "" }),
    },
    { id: "exception:new", label: t("newException"), hotkey: "N", enabled: mayEdit, run: note },
  ];
  useCommands(
    commands.map((command) => ({ ...command, group })),
    { group },
  );
  useHotkeys(
    [
      { keys: "J", label: t("next"), enabled: any, run: () => step(1) },
      { keys: "K", label: t("previous"), enabled: any, run: () => step(-1) },
      {
        keys: "X",
        label: t("select"),
        enabled: mayEdit && chosen !== null && isStanding(chosen.status),
        run: () => chosen && select([chosen.id], !selected.some(({ id }) => id === chosen.id)),
      },
      { keys: "Escape", label: t("clearSelection"), enabled: selected.length > 0, run: clearSelection },
    ],
    { group },
  );
  return open;
}
