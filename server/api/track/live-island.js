// Keeps an open page of a customer true while it is looked at: the words where they stand, the van where it is. Without it
// the browser reloads the page once a minute. Served as it is written, so it is plain JavaScript.
const POLL_MILLISECONDS = 30_000;

const main = document.querySelector("main");
const map = document.querySelector(".map");
const address = location.pathname.replace(/\/$/, "");
let frame = map.querySelector("svg")?.dataset.frame ?? "";
/** @type {EventSource | undefined} */
let stream;
let timer = 0;
let hasEnded = false;

/** Puts down what has changed, and only that: what reads aloud would read it again. */
function show({ texts, step, tone, isLive, map: drawn }) {
  for (const [name, text] of Object.entries(texts)) {
    const part = document.querySelector(`[data-part="${name}"]`);
    if (!part || part.textContent === text) continue;
    part.textContent = text;
    part.hidden = text === "";
  }
  main.dataset.tone = tone;
  const steps = document.querySelector(".steps");
  steps.dataset.step = step;
  for (const [index, each] of [...steps.children].entries()) {
    if (index === step) each.setAttribute("aria-current", "step");
    else each.removeAttribute("aria-current");
  }
  showMap(drawn);
  if (!isLive) end();
}

function showMap(drawn) {
  map.hidden = !drawn;
  main.toggleAttribute("data-map", Boolean(drawn));
  if (!drawn) {
    frame = "";
    map.replaceChildren();
    return;
  }
  if (drawn.figure) {
    const parsed = new DOMParser().parseFromString(drawn.figure, "text/html");
    map.replaceChildren(...parsed.body.childNodes);
    frame = drawn.frame;
  }
  const van = map.querySelector(".moves");
  if (van) van.style.transform = `translate(${drawn.van[0]}px, ${drawn.van[1]}px)`;
}

/** It is over: there is more on the page now, which comes by itself unless somebody is writing. */
function end() {
  hasEnded = true;
  rest();
  const isWriting = [...document.querySelectorAll("form :is(input, textarea, select)")].some(
    (field) =>
      field === document.activeElement ||
      (field.type === "radio" || field.type === "checkbox"
        ? field.checked !== field.defaultChecked
        : field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue),
  );
  if (!isWriting) location.reload();
  else document.querySelector(".more").hidden = false;
}

async function ask() {
  const answer = await fetch(`${address}/now?map=${frame}`, { cache: "no-store" }).catch(() => undefined);
  if (answer?.status === 404) return end();
  if (answer?.ok) show(await answer.json());
}

function poll() {
  clearInterval(timer);
  timer = setInterval(ask, POLL_MILLISECONDS);
}

function watch() {
  stream = new EventSource(`${address}/live?map=${frame}`);
  stream.onmessage = ({ data }) => show(JSON.parse(data));
  // What is refused for good is asked for again and again in words; a line that broke comes back by itself.
  stream.onerror = () => {
    if (stream?.readyState === EventSource.CLOSED) poll();
  };
}

function rest() {
  stream?.close();
  stream = undefined;
  clearInterval(timer);
}

document.addEventListener("visibilitychange", async () => {
  rest();
  if (document.hidden || hasEnded) return;
  await ask();
  if (!document.hidden && !hasEnded) watch();
});
if (!document.hidden) watch();
