// Keeps the page fresh: each event brings the regions that changed. Closed while nobody looks.
const lost = document.getElementById("lost");
const silence = 25000;
const { page, roll } = document.body.dataset;
const kept = new Map();
let stream, timer, last = new Date();

function alive() {
  clearTimeout(timer);
  last = new Date();
  lost.hidden = true;
  document.body.classList.remove("old");
  timer = setTimeout(grey, silence);
}

function grey() {
  lost.textContent = document.body.dataset.lost.replace("{0}", last.toLocaleTimeString(document.documentElement.lang));
  lost.hidden = false;
  document.body.classList.add("old");
}

// What is being typed or pressed is not taken away: news for its region waits until the field is left and the pointer is up.
const waiting = new Map();
let pressed = false;

function settle() {
  for (const [region, markup] of [...waiting]) put(region, markup);
}

function release() {
  pressed = false;
  settle();
}

document.addEventListener("pointerdown", () => (pressed = true));
for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => setTimeout(release, 100));
window.addEventListener("blur", release);
document.addEventListener("focusout", () => setTimeout(settle));

// Whoever works by keyboard stays where they are.
function put(region, markup) {
  const field = document.activeElement;
  const inside = region.contains(field);
  if (pressed || (inside && field.matches("input, textarea, select"))) {
    waiting.set(region, markup);
    return;
  }
  waiting.delete(region);
  region.innerHTML = markup;
  if (inside && field.id) document.getElementById(field.id)?.focus();
  for (const button of region.querySelectorAll("[data-print]")) button.hidden = false;
}

function open() {
  stream?.close();
  stream = new EventSource("/events?page=" + page + "&lang=" + document.documentElement.lang);
  stream.addEventListener("regions", (event) => {
    alive();
    for (const [id, markup] of Object.entries(JSON.parse(event.data))) {
      const region = document.getElementById(id);
      if (region) put(region, markup);
      else kept.set(id, markup);
    }
  });
  stream.addEventListener("beat", alive);
  stream.addEventListener("ended", () => location.reload());
}

// A page without a name in the stream is not kept fresh.
if (page) {
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stream?.close();
      clearTimeout(timer);
    } else {
      open();
      timer = setTimeout(grey, silence);
    }
  });
  open();
  timer = setTimeout(grey, silence);
}

// The roll call, also when the node has no power any more: then the last one that came.
async function callRoll() {
  try {
    await fetch("/healthz", { signal: AbortSignal.timeout(2000), cache: "no-store" });
    location.assign(roll);
  } catch {
    grey();
    if (!kept.has("roll")) return;
    document.getElementById("main").innerHTML = '<section><div id="roll"></div></section>';
    put(document.getElementById("roll"), kept.get("roll"));
  }
}

const key = document.getElementById("roll-key");
if (key) {
  const isOn = () => localStorage.getItem("roll-key") !== "off";
  const show = () => key.setAttribute("aria-pressed", String(isOn()));
  key.hidden = false;
  show();
  key.addEventListener("click", () => {
    localStorage.setItem("roll-key", isOn() ? "off" : "on");
    show();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea");
    if (event.key.toLowerCase() === "r" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && isOn()) callRoll();
  });
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});
document.addEventListener("submit", (event) => {
  if (!page || !("stays" in event.target.dataset)) return;
  event.preventDefault();
  fetch(event.target.action, { method: "post", body: new URLSearchParams(new FormData(event.target)), redirect: "manual" })
    .then((answer) => answer.type === "opaqueredirect" || location.reload())
    .catch(grey);
});
for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
