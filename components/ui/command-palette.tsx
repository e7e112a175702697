"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { type ReactNode, useCallback, useRef } from "react";
import { flushSync } from "react-dom";
import { useWords } from "@/components/lib/words/words-context";
import { KeyboardHint } from "@/components/ui/keyboard-hint";

export type PaletteItem = {
  id: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
  shortcut?: string;
  /** At the right: what choosing it would cost, say. */
  trailing?: ReactNode;
  disabled?: boolean;
};
export type PaletteGroup = { label: string; items: readonly PaletteItem[] };

export type CommandPaletteProps = {
  /** The accessible name of the dialog. */
  title: string;
  /** The accessible name of the field. */
  label: string;
  placeholder: string;
  groups: readonly PaletteGroup[];
  query: string;
  onQueryChange: (query: string) => void;
  /** Called once the palette is gone and the focus is back where it was. */
  onChoose: (id: string) => void;
  onClose: () => void;
  /** Read out as the answers change: "12 results". */
  status: string;
  emptyText: string;
  /** Under the list: what keys do. */
  footer?: ReactNode;
};

/** A field over a list of answers, worked by keys alone; open as long as it is mounted. */
export function CommandPalette(props: CommandPaletteProps) {
  const { title, label, placeholder, groups, query, onQueryChange, onChoose, onClose, status, emptyText } = props;
  const t = useWords("common");
  const opener = useRef<Element | null>(null);
  const input = useRef<HTMLInputElement>(null);
  // At once, not when the dialog gets round to it: the next key is already on its way.
  const takeFocus = useCallback((element: HTMLInputElement | null) => {
    input.current = element;
    if (!element) return;
    opener.current ??= document.activeElement;
    element.focus();
  }, []);
  const returnFocus = () => {
    if (opener.current instanceof HTMLElement && opener.current.isConnected)
      opener.current.focus({ preventScroll: true });
  };
  const choose = (item: PaletteItem) => {
    // Gone first, so that what the choice opens or focuses finds the page as it was.
    flushSync(onClose);
    returnFocus();
    onChoose(item.id);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-scrim" />
        <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center p-2 sm:pt-[12vh]">
          <Dialog.Popup
            aria-label={title}
            initialFocus={input}
            finalFocus={() => {
              queueMicrotask(returnFocus);
              return false;
            }}
            className="flex max-h-[min(34rem,80dvh)] w-full max-w-150 flex-col overflow-hidden rounded-xl bg-surface-raised shadow-modal outline-none"
          >
            <Autocomplete.Root
              open
              inline
              items={groups.map(({ label: name, items }) => ({ value: name, items }))}
              filter={null}
              value={query}
              onValueChange={(text, { reason }) => reason !== "item-press" && onQueryChange(text)}
              itemToStringValue={(item: PaletteItem) => item.label}
              autoHighlight="always"
              keepHighlight
            >
              <div className="flex h-12 shrink-0 items-center gap-2.5 border-line border-b px-4">
                <Search className="size-4 shrink-0 text-ink-muted" aria-hidden="true" />
                <Autocomplete.Input
                  ref={takeFocus}
                  aria-label={label}
                  placeholder={placeholder}
                  spellCheck={false}
                  className="h-full min-w-0 flex-1 bg-transparent text-md outline-none pointer-coarse:text-lg"
                />
                <Dialog.Close className="rounded-sm px-1 text-ink-muted text-sm hover:text-ink">
                  <KeyboardHint keys="Escape" />
                  <span className="sr-only">{t("close")}</span>
                </Dialog.Close>
              </div>
              <Autocomplete.Status className="sr-only">{status}</Autocomplete.Status>
              <Autocomplete.Empty>
                <p className="px-4 py-6 text-center text-ink-muted empty:hidden">{emptyText}</p>
              </Autocomplete.Empty>
              <Autocomplete.List className="scroll-quiet min-h-0 flex-1 scroll-py-2 px-2 pb-2 data-empty:hidden">
                {(group: { value: string; items: readonly PaletteItem[] }) => (
                  <Autocomplete.Group key={group.value} items={group.items}>
                    <Autocomplete.GroupLabel className="px-2 pt-2.5 pb-1 font-medium text-ink-muted text-xs">
                      {group.value}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(item: PaletteItem) => (
                        <Autocomplete.Item
                          key={item.id}
                          value={item}
                          disabled={item.disabled}
                          onClick={() => choose(item)}
                          className="popup-item min-h-8"
                        >
                          <ItemBody item={item} />
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
              {props.footer ? (
                <div className="shrink-0 border-line border-t px-4 py-2 text-ink-muted text-sm">{props.footer}</div>
              ) : null}
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function ItemBody({ item: { icon, label, hint, shortcut, trailing } }: { item: PaletteItem }) {
  return (
    <>
      <span className="flex min-w-4 shrink-0 justify-center text-ink-muted [&>svg]:size-4" aria-hidden="true">
        {icon}
      </span>
      <span className="min-w-0 shrink-0 truncate">{label}</span>
      <span className="min-w-0 flex-1 truncate text-ink-muted text-sm">{hint}</span>
      {trailing ? <span className="shrink-0 text-sm">{trailing}</span> : null}
      {shortcut ? <KeyboardHint keys={shortcut} className="text-ink-muted" /> : null}
    </>
  );
}
