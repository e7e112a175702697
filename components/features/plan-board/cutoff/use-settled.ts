import { useCallback, useState } from "react";

/** What has been settled here and leaves its list at once, before the server's next answer says so too. */
export function useSettled(): { isSettled: (key: string) => boolean; settle: (key: string) => void } {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const settle = useCallback((key: string) => setKeys((before) => new Set([...before, key])), []);
  return { isSettled: (key) => keys.has(key), settle };
}
