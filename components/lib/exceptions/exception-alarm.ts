"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { createStore, useStore } from "zustand";
import { useWords } from "@/components/lib/words/words-context";

const STORAGE_KEY = "dray.alarm";
const TONE_HERTZ = [880, 660] as const;
const TONE_SECONDS = 0.18;

interface Alarm {
  /** This browser shows a notification. */
  readonly notifies: boolean;
  readonly sounds: boolean;
  /** The browser refuses notifications. */
  readonly isBlocked: boolean;
}

const OFF: Alarm = { notifies: false, sounds: false, isBlocked: false };
const alarm = createStore<Alarm>(() => OFF);
let isRead = false;

/** How this browser calls for what is critical: kept on this machine, since another may stand in a quiet room. */
export function useAlarm(): Alarm {
  useEffect(readOnce, []);
  return useStore(alarm);
}

/** Chooses how this browser calls; a notification only where its user allows it. */
export async function setAlarm(change: Partial<Pick<Alarm, "notifies" | "sounds">>): Promise<void> {
  if (change.notifies && typeof Notification !== "undefined" && Notification.permission === "default") {
    await Notification.requestPermission();
  }
  alarm.setState(change);
  if (!mayNotify()) alarm.setState({ notifies: false, isBlocked: isRefused() });
  if (change.sounds) playTones();
  const { notifies, sounds } = alarm.getState();
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ notifies, sounds }));
  } catch {
    // It then holds until the page is left.
  }
}

/** Calls when more critical exceptions wait unseen than before; what waited when the page was opened calls nobody. */
export function useExceptionAlarm(critical: number | undefined): void {
  const t = useWords("appShell");
  const router = useRouter();
  const { notifies, sounds } = useAlarm();
  const before = useRef(critical);
  useEffect(() => {
    if (critical === undefined) return;
    const isMore = before.current !== undefined && critical > before.current;
    before.current = critical;
    if (!isMore) return;
    if (sounds) playTones();
    if (!notifies || !mayNotify()) return;
    const note = new Notification(t("alarm.title"), { body: t("alarm.body", { count: critical }), tag: STORAGE_KEY });
    note.onclick = () => {
      window.focus();
      router.push("/live/exceptions?severity=critical");
    };
  }, [critical, notifies, sounds, t, router]);
}

function readOnce(): void {
  if (isRead) return;
  isRead = true;
  try {
    const { notifies, sounds } = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "{}") as Partial<Alarm>;
    alarm.setState({ notifies: notifies === true && mayNotify(), sounds: sounds === true, isBlocked: isRefused() });
  } catch {
    alarm.setState({ isBlocked: isRefused() });
  }
}

function mayNotify(): boolean {
  return typeof Notification !== "undefined" && Notification.permission === "granted";
}

function isRefused(): boolean {
  return typeof Notification === "undefined" || Notification.permission === "denied";
}

/** Two short tones, falling. */
function playTones(): void {
  const context = new AudioContext();
  for (const [index, hertz] of TONE_HERTZ.entries()) {
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    const begin = context.currentTime + index * TONE_SECONDS;
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.12, begin);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + TONE_SECONDS);
    tone.connect(volume).connect(context.destination);
    tone.start(begin);
    tone.stop(begin + TONE_SECONDS);
  }
  setTimeout(() => void context.close(), 1000);
}
