"use client";
import clsx from "clsx";
import { Search } from "lucide-react";
import { useState } from "react";
import { isSingleCharacterHotkey } from "@/components/lib/hotkey-match";
import { type HotkeyListing, listHotkeys, useSingleLetterHotkeys } from "@/components/lib/hotkeys";
import { usePreferences } from "@/components/lib/preferences";
import { matchScore, queryWords } from "@/components/lib/rank-commands";
import { useWords } from "@/components/lib/words/words-context";
import { Dialog } from "@/components/ui/dialog";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { foldText } from "@/server/domain/address/fold-text";

/** Every key that does something on this screen, by group, what is switched off or has nothing to act on marked. */
export function HotkeySheet({ onClose }: { onClose: () => void }) {
  const t = useWords("appShell");
  const [listing] = useState(listHotkeys);
  const [query, setQuery] = useState("");
  const { save } = usePreferences();
  const singleLetters = useSingleLetterHotkeys();
  const words = queryWords(query);
  const found = listing.filter(
    ({ keys, label, group }) =>
      query.trim() === "" ||
      keys.toLowerCase() === query.trim().toLowerCase() ||
      matchScore(foldText(`${label} ${group}`), words) > 0,
  );
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("hotkeys")}
      size="lg"
      footer={
        <Switch
          label={t("singleLetterKeys")}
          hint={t("singleLetterHint")}
          checked={singleLetters}
          onCheckedChange={(singleLetterKeys) => save({ singleLetterKeys })}
          className="mr-auto"
        />
      }
    >
      <TextField
        label={t("findShortcut")}
        hideLabel
        placeholder={t("findShortcut")}
        value={query}
        onValueChange={setQuery}
        autoComplete="off"
        spellCheck={false}
        leading={<Search aria-hidden="true" />}
        className="mb-4"
      />
      <p role="status" className={found.length > 0 ? "sr-only" : "text-ink-muted"}>
        {found.length > 0 ? t("shortcutCount", { count: found.length }) : t("noShortcut")}
      </p>
      <div className="gap-x-8 sm:columns-2">
        {groups.map((group) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 font-medium text-ink-muted text-sm">{group}</h3>
            <ul>
              {found
                .filter((hotkey) => hotkey.group === group)
                .map((hotkey) => (
                  <HotkeyRow key={`${hotkey.keys} ${hotkey.label}`} hotkey={hotkey} singleLetters={singleLetters} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function HotkeyRow({ hotkey, singleLetters }: { hotkey: HotkeyListing; singleLetters: boolean }) {
  const t = useWords("appShell");
  const isOff = !singleLetters && isSingleCharacterHotkey(hotkey.keys);
  const isIdle = !isOff && !hotkey.enabled;
  return (
    <li className="flex min-h-7 items-center justify-between gap-4 border-line border-b py-0.5">
      <span className={clsx("min-w-0", (isOff || isIdle) && "text-ink-muted")}>{hotkey.label}</span>
      <span className="flex shrink-0 items-center gap-2 text-ink-muted">
        {isOff ? <span className="text-xs">{t("off")}</span> : null}
        {isIdle ? <span className="text-xs">{t("notNow")}</span> : null}
        <KeyboardHint keys={hotkey.keys} className={clsx(isOff ? "line-through" : !isIdle && "text-ink")} />
      </span>
    </li>
  );
}
