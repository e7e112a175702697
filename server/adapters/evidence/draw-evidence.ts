import PDFDocument from "pdfkit";
import sharp from "sharp";
import { metersFromAddress } from "@/server/domain/proof/evidence-flags";
import { type EvidenceWords, evidenceWords } from "@/server/domain/proof/evidence-words";
import type { ProofFacts } from "@/server/domain/proof/visit-evidence";
import type { EvidenceBundle, EvidenceSheet } from "@/server/ports/evidence-press";

const MARGIN = 48;
const LABEL_WIDTH = 110;
const INK = "#1a1d21";
const FAINT = "#5c6570";
const PICTURE_HEIGHT = 210;
const PICTURE_PIXELS = 1200;

type Doc = PDFKit.PDFDocument;

/** One page or more per visit: what happened, what stands out, the pictures with their hashes. A4. */
export async function drawEvidence(bundle: EvidenceBundle): Promise<Uint8Array> {
  const words = evidenceWords(bundle.language);
  const doc = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    autoFirstPage: false,
    info: { Title: words.title, CreationDate: bundle.madeAt },
  });
  const chunks: Uint8Array[] = [];
  doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on("end", resolve));
  for (const sheet of bundle.sheets) {
    doc.addPage();
    drawFacts(doc, sheet, words, bundle);
    for (const proof of sheet.evidence.proofs) await drawPicture(doc, sheet, proof, words, bundle.language);
  }
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function drawFacts(doc: Doc, { evidence, flags }: EvidenceSheet, words: EvidenceWords, bundle: EvidenceBundle): void {
  const { completion, review } = evidence;
  const when = (ms: number | null) => (ms === null ? "" : instantText(ms, evidence.timeZone, bundle.language));
  doc.font("Helvetica-Bold").fontSize(18).fillColor(INK).text(words.title);
  const madeAt = instantText(bundle.madeAt.getTime(), evidence.timeZone, bundle.language);
  doc
    .font("Helvetica")
    .fontSize(8)
    .fillColor(FAINT)
    .text(printable(words.made(madeAt, bundle.madeBy)))
    .moveDown(1);
  const reason = completion.reason ? ` (${words.reasons[completion.reason]})` : "";
  row(doc, words.order, evidence.externalId);
  row(doc, words.address, [evidence.contactName, evidence.street, evidence.town].filter(Boolean).join(", "));
  row(doc, words.driver, `${evidence.driverName}, ${words.route(evidence.routeNumber)}, ${evidence.date}`);
  row(doc, words.outcome, `${words.outcomes[completion.outcome]}${reason}`);
  row(doc, words.recipient, completion.recipientName);
  row(doc, words.note, completion.note);
  row(doc, words.arrived, when(evidence.arrivedAtMs));
  const meters = metersFromAddress(evidence.address, completion.position ?? null);
  row(
    doc,
    words.completed,
    [when(completion.atMs), meters === null ? "" : words.meters(meters)].filter(Boolean).join(", "),
  );
  row(doc, words.received, when(evidence.receivedAtMs));
  if (flags.some(({ kind }) => kind === "clock-skew")) row(doc, "", words.clock(evidence.skewSeconds));
  row(
    doc,
    words.answers,
    completion.answers.map(({ task, value }) => `${evidence.tasks[task]?.label ?? task + 1}: ${value}`).join("\n"),
  );
  row(
    doc,
    words.items,
    evidence.items.map((item) => `${item.quantity} × ${item.description || item.barcode}`).join("\n"),
  );
  row(doc, words.checks, flags.map(({ kind }) => words.flags[kind]).join("\n") || words.noFlags);
  const by = review.reviewedAtMs === null ? "" : `, ${review.reviewedBy}, ${when(review.reviewedAtMs)}`;
  row(doc, words.review, [`${words.states[review.state]}${by}`, review.note].filter(Boolean).join("\n"));
}

/** A label and what it says; nothing where there is nothing to say. */
function row(doc: Doc, label: string, text: string): void {
  if (text === "") return;
  const { y } = doc;
  doc
    .font("Helvetica")
    .fontSize(9)
    .fillColor(FAINT)
    .text(label, MARGIN, y, { width: LABEL_WIDTH - 10 });
  const labelEnd = doc.y;
  doc
    .fontSize(10)
    .fillColor(INK)
    .text(printable(text), MARGIN + LABEL_WIDTH, y - 0.5);
  doc.y = Math.max(doc.y, labelEnd) + 4;
  doc.x = MARGIN;
}

async function drawPicture(
  doc: Doc,
  { evidence, pictures }: EvidenceSheet,
  proof: ProofFacts,
  words: EvidenceWords,
  language: string,
): Promise<void> {
  const picture = pictures.find(({ proofId }) => proofId === proof.id);
  if (!picture) return;
  if (doc.y + PICTURE_HEIGHT + 60 > doc.page.height - MARGIN) doc.addPage();
  // PDF knows neither WebP nor pictures of ten million pixels; the file itself lies beside it.
  const small = await sharp(picture.bytes)
    .flatten({ background: "white" })
    .resize(PICTURE_PIXELS, PICTURE_PIXELS, { fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer();
  doc.moveDown(0.5);
  const top = doc.y;
  doc.image(small, MARGIN, top, { fit: [doc.page.width - 2 * MARGIN, PICTURE_HEIGHT] });
  doc.y = top + PICTURE_HEIGHT + 6;
  const meters = metersFromAddress(evidence.address, proof.exifPosition ?? proof.position);
  const said = [
    words.kinds[proof.kind],
    `${words.taken} ${instantText(proof.takenAtMs, evidence.timeZone, language)}`,
    ...(meters === null ? [] : [words.meters(meters)]),
  ];
  doc.font("Helvetica").fontSize(8).fillColor(INK).text(said.join(", "), MARGIN);
  doc.fillColor(FAINT).text(`SHA-256 ${proof.sha256}`).moveDown(0.5);
}

function instantText(ms: number, timeZone: string, language: string): string {
  return new Intl.DateTimeFormat(language === "es" ? "es-ES" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "long",
    timeZone,
  }).format(ms);
}

/** PDF's own letters are those of western Europe; others lose their marks, or become question marks. */
function printable(text: string): string {
  return text
    .replace(/[łŁ]/g, (letter) => (letter === "ł" ? "l" : "L"))
    .replace(/[^\n\u0020-\u007e\u00a0-\u00ff\u2013-\u201d×’]/gu, (letter) => {
      const bare = letter.normalize("NFD").replace(/\p{M}/gu, "");
      return /^[\u0020-\u00ff]+$/.test(bare) ? bare : "?";
    });
}
