/** Whose something is, as their initials. */
export function OwnerMark({ name }: { name: string }) {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "");
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      className="grid size-6 shrink-0 place-items-center rounded-full border border-line-strong bg-surface font-semibold text-[0.625rem] text-accent uppercase"
    >
      {letters.join("")}
    </span>
  );
}
