"use client";
import { Button } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-class";
import { IconButton } from "@/components/ui/icon-button";
import { Tooltip } from "@/components/ui/tooltip";
import type { BoardCommands } from "../commands/use-board-commands";

export interface CommandButtonProps {
  readonly commands: BoardCommands;
  readonly id: string;
  readonly size?: ButtonSize;
  readonly variant?: ButtonVariant;
  /** Only the icon; the label is read aloud and shown as a tip. */
  readonly iconOnly?: boolean;
  readonly className?: string;
}

/** A command as a button: the same words, key and state as in the menu. */
export function CommandButton({ commands, id, size, variant, iconOnly, className }: CommandButtonProps) {
  const command = commands.byId.get(id);
  if (!command) return null;
  const act = { disabled: !command.enabled, onClick: () => void command.run(), className };
  if (iconOnly) return <IconButton label={command.label} icon={command.icon} shortcut={command.hotkey} {...act} />;
  const button = (
    <Button size={size} variant={variant} icon={command.icon} {...act}>
      {command.label}
    </Button>
  );
  if (!command.hotkey) return button;
  return (
    <Tooltip content={command.label} shortcut={command.hotkey}>
      {button}
    </Tooltip>
  );
}
