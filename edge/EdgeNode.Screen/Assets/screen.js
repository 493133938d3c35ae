// Keeps the page fresh: each event brings the regions that changed. Closed while nobody looks.
const lost = document.getElementById("lost");
const silence = 25000;
const page = document.body.dataset.page;
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
  stream = new EventSource("/events?page=" + page + "&lang=" + document.documentElement.lang);
  stream.addEventListener("regions", (event) => {
    alive();
    for (const [id, markup] of Object.entries(JSON.parse(event.data))) {
      const region = document.getElementById(id);
      if (region) region.innerHTML = markup;
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
