"use client";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { BigButton } from "../parts/big-button";

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

export interface ScannerViewProps {
  /** Codes read before, which stay in view for a while. */
  readonly known: readonly string[];
  readonly onFound: (code: string) => void;
  /** There is no camera to look through. */
  readonly onType: () => void;
}

/** Shows the camera and tells every code it sees that is not known yet. */
export function ScannerView({ known, onFound, onType }: ScannerViewProps) {
  const t = useWords("driverRun");
  const video = useRef<HTMLVideoElement>(null);
  const [failure, setFailure] = useState<"refused" | "none" | null>(null);
  const latest = useRef({ known, onFound });
  latest.current = { known, onFound };
  useEffect(
    () =>
      watchCodes(video.current!, {
        onCodes: (codes) => {
          const fresh = codes.find((code) => code && !latest.current.known.includes(code));
          if (!fresh) return;
          navigator.vibrate?.(60);
          latest.current.onFound(fresh);
        },
        onFailure: (error) => setFailure((error as Error)?.name === "NotAllowedError" ? "refused" : "none"),
      }),
    [],
  );
  if (failure) {
    return (
      <div className="flex flex-col gap-4">
        <p role="alert" className="text-lg">
          {t(failure === "refused" ? "scanRefused" : "scanFailed")}
        </p>
        <BigButton look="primary" onClick={onType}>
          {t("typeCode")}
        </BigButton>
      </div>
    );
  }
  return (
    <div className="relative overflow-hidden rounded-xl bg-black">
      <video ref={video} muted playsInline className="aspect-3/4 max-h-[60dvh] w-full object-cover" />
      <span aria-hidden="true" className="absolute inset-x-8 top-1/3 h-1/3 rounded-lg border-4 border-white/90" />
    </div>
  );
}

/** Looks through the camera until told to stop. */
function watchCodes(
  element: HTMLVideoElement,
  on: { readonly onCodes: (codes: readonly string[]) => void; readonly onFailure: (error: unknown) => void },
): () => void {
  let stream: MediaStream | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGone = false;
  const stop = () => {
    isGone = true;
    clearTimeout(timer);
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const start = async () => {
    const detector = new (detectorClass()!)();
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    if (isGone) return stop();
    element.srcObject = stream;
    await element.play();
    const look = async () => {
      const codes = await detector.detect(element).catch(() => []);
      if (isGone) return;
      on.onCodes(codes.map(({ rawValue }) => rawValue));
      timer = setTimeout(look, LOOK_MILLISECONDS);
    };
    void look();
  };
  start().catch((error: unknown) => {
    if (isGone) return;
    stop();
    on.onFailure(error);
  });
  return stop;
}
