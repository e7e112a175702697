import clsx from "clsx";

/** How the second of two values beside each other is drawn. */
export const OTHER_BAR = "border-2 border-accent bg-accent-soft";

/** What the first and the second are. */
export function ChartLegend({ words }: { words: readonly [string, string] }) {
  return (
    <ul className="mb-4 flex flex-wrap gap-x-4 text-sm">
      {words.map((word, at) => (
        <li key={word} className="flex items-center gap-1.5">
          <span className={clsx("size-3 rounded-xs", at === 0 ? "bg-accent" : OTHER_BAR)} />
          {word}
        </li>
      ))}
    </ul>
  );
}
