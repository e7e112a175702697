"use client";
import { setSingleLetterHotkeys, useHotkeyListing, useSingleLetterHotkeys } from "@/components/lib/hotkeys";
import { Dialog } from "@/components/ui/dialog";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { Switch } from "@/components/ui/switch";

export type HotkeySheetProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Every key that does something on this screen, by group. */
export function HotkeySheet({ open, onOpenChange }: HotkeySheetProps) {
  const listing = useHotkeyListing();
  const singleLetters = useSingleLetterHotkeys();
  const groups = [...new Set(listing.map((hotkey) => hotkey.group))];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard shortcuts"
      size="lg"
      footer={
        <Switch
          label="Single-letter shortcuts"
          hint="Switch off if you speak to your computer or keys get pressed by accident."
          checked={singleLetters}
          onCheckedChange={setSingleLetterHotkeys}
          className="mr-auto"
        />
      }
    >
      <div className="gap-x-8 sm:columns-2">
        {groups.map((group) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 font-medium text-ink-muted text-sm">{group}</h3>
            <ul>
              {listing
                .filter((hotkey) => hotkey.group === group)
                .map((hotkey) => (
                  <li
                    key={`${hotkey.keys} ${hotkey.label}`}
                    className="flex min-h-7 items-center justify-between gap-4 border-line border-b"
                  >
                    <span>{hotkey.label}</span>
                    <KeyboardHint keys={hotkey.keys} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
