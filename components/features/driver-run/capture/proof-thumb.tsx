"use client";
import { useEffect, useState } from "react";
import { useRunDesk } from "../store/run-context";

/** A kept photo or signature, small. */
export function ProofThumb({ proofId, alt }: { proofId: string; alt: string }) {
  const desk = useRunDesk();
  const [url, setUrl] = useState("");
  useEffect(() => {
    let made = "";
    let isGone = false;
    void desk.proofBytes(proofId).then((bytes) => {
      if (!bytes || isGone) return;
      made = URL.createObjectURL(new Blob([bytes]));
      setUrl(made);
    });
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [desk, proofId]);
  if (!url) return <span className="block size-20 rounded-xl bg-pressed" />;
  return (
    // biome-ignore lint/performance/noImgElement: bytes of this device, which no image server could fetch.
    <img src={url} alt={alt} className="size-20 rounded-xl border border-line-strong bg-white object-cover" />
  );
}
