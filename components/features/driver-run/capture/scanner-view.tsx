"use client";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";

/** As far as browsers that have it agree; TypeScript does not know it yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new () => Detector;

function detectorClass(): DetectorClass | undefined {
  return (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
}

/** True where this phone reads codes by itself. */
export function canScan(): boolean {
  return detectorClass() !== undefined && Boolean(globalThis.navigator?.mediaDevices?.getUserMedia);
}

const LOOK_MILLISECONDS = 150;

/** Shows the camera and tells the first code it sees. */
export function ScannerView({ onFound }: { onFound: (code: string) => void }) {
  const t = useWords("driverRun");
  const video = useRef<HTMLVideoElement>(null);
  const [hasFailed, setFailed] = useState(false);
  const found = useRef(onFound);
  found.current = onFound;
  useEffect(() => {
    const element = video.current!;
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const start = async () => {
      const detector = new (detectorClass()!)();
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      if (isGone) return stop();
      element.srcObject = stream;
      await element.play();
      const look = async () => {
        const [code] = await detector.detect(element).catch(() => []);
        if (isGone) return;
        if (code?.rawValue) {
          navigator.vibrate?.(60);
          found.current(code.rawValue);
        } else timer = setTimeout(look, LOOK_MILLISECONDS);
      };
      void look();
    };
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    start().catch(() => setFailed(!isGone));
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop();
    };
  }, []);
  if (hasFailed) return <p role="alert">{t("scanFailed")}</p>;
  return (
    <div className="relative overflow-hidden rounded-xl bg-black">
      <video ref={video} muted playsInline className="aspect-3/4 w-full object-cover" />
      <span aria-hidden="true" className="absolute inset-x-8 top-1/3 h-1/3 rounded-lg border-4 border-white/90" />
    </div>
  );
}
