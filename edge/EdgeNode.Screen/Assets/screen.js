// Keeps the page fresh: each event brings the regions that changed. Closed while nobody looks.
const lost = document.getElementById("lost");
const silence = 30000;
let stream, timer, last = new Date();

function alive() {
  last = new Date();
  lost.hidden = true;
  document.body.classList.remove("old");
  clearTimeout(timer);
  timer = setTimeout(grey, silence);
}

function grey() {
  lost.textContent = document.body.dataset.lost.replace("{0}", last.toLocaleTimeString(document.documentElement.lang));
  lost.hidden = false;
  document.body.classList.add("old");
}

function open() {
  stream?.close();
  stream = new EventSource("/events?lang=" + document.documentElement.lang);
  stream.addEventListener("regions", (event) => {
    alive();
    for (const [id, markup] of Object.entries(JSON.parse(event.data))) {
      const region = document.getElementById(id);
      if (region) region.innerHTML = markup;
    }
  });
  stream.addEventListener("beat", alive);
}

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
