"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Namespace } from "@/components/messages/catalogue";
import type { CompiledMessages } from "@/components/messages/compile-messages";
import { type DayClock, PLAIN_CLOCK } from "@/server/domain/time/plain-clock";
import type { Formats } from "./formats";
import { createFormats } from "./formats";
import type { Reader } from "./reader";
import { createWords, type Words } from "./words";

const ReaderContext = createContext<Reader | null>(null);
const DayClockContext = createContext<DayClock>(PLAIN_CLOCK);
const MessagesContext = createContext<CompiledMessages>({});

/** Says for whom everything below is written. */
export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

/** Says that everything below counts its times as seconds elapsed on this day. */
export function DayClockProvider({ clock, children }: { clock: DayClock; children: ReactNode }) {
  return <DayClockContext value={clock}>{children}</DayClockContext>;
}

/** The day whose elapsed seconds are counted here; the wall's own clock where none is. */
export function useDayClock(): DayClock {
  return useContext(DayClockContext);
}

/** Adds the texts of some areas to those of the page around. */
export function MessagesProvider({ messages, children }: { messages: CompiledMessages; children: ReactNode }) {
  const outer = useContext(MessagesContext);
  const all = useMemo(() => ({ ...outer, ...messages }), [outer, messages]);
  return <MessagesContext value={all}>{children}</MessagesContext>;
}

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error("no ReaderProvider around this");
  return reader;
}

/** Numbers, times and distances as the reader likes them, where there are no words to say. */
export function useFormats(): Formats {
  const reader = useReader();
  const day = useDayClock();
  return useMemo(() => createFormats(reader, day), [reader, day]);
}

/** An area's texts in the reader's language. The page (`PageWords`) must have brought them, else this throws. */
export function useWords<N extends Namespace>(namespace: N): Words<N> {
  const reader = useReader();
  const day = useDayClock();
  const messages = useContext(MessagesContext)[namespace];
  return useMemo(() => {
    if (!messages) throw new Error(`this page brings no texts of "${namespace}": name it in its PageWords`);
    return createWords(namespace, messages, reader, day);
  }, [namespace, messages, reader, day]);
}
