"use strict";
// Every page works without this file. It stores nothing.

const page = document.documentElement;
const leaving = document.getElementById("leave");

const speech = window.speechSynthesis;

const blank = () => {
  page.hidden = true;
  speech?.cancel();
};

// A GET: a reload could send a form again.
const again = () => {
  blank();
  location.replace(location.pathname + location.search);
};

let gone = false;
const leave = () => {
  if (gone || !leaving) return;
  gone = true;
  blank();
  document.title = "";
  const to = leaving.dataset.to;
  // The page of a fault names no address.
  if (!to) return leaving.submit();
  // `script`: the answer shall lead nowhere.
  const body = new URLSearchParams({ script: 1 });
  if (!navigator.sendBeacon || !navigator.sendBeacon(leaving.action, body))
    fetch(leaving.action, { method: "POST", body, keepalive: true });
  location.replace(to);
};

const sent = new WeakMap();
addEventListener("submit", (event) => {
  const form = event.target;
  const now = performance.now();
  if (form === leaving) {
    event.preventDefault();
    leave();
  } else if (now - sent.get(form) < 2000) {
    // A double tap. Disabled buttons would not be sent.
    event.preventDefault();
  } else {
    sent.set(form, now);
  }
});

// Shift three times, alone: no capital letter, no change of keyboard.
let alone = false;
let taps = [];
addEventListener("keydown", (event) => {
  if (event.repeat) return;
  alone = event.key === "Shift" && !event.altKey && !event.ctrlKey && !event.metaKey;
  if (!alone) taps = [];
});
addEventListener("keyup", (event) => {
  if (!alone || event.key !== "Shift") return;
  alone = false;
  const now = performance.now();
  taps = [...taps.filter((tap) => now - tap < 5000), now];
  if (taps.length > 2) leave();
});

// What a browser puts aside for Back is blank.
addEventListener("pagehide", blank);
addEventListener("pageshow", (event) => {
  if (event.persisted) again();
});

const hour = document.getElementById("hour");
const soon = document.getElementById("soon");
if (hour) {
  const ticks = performance.now();
  const clock = Date.now();
  let timer;
  const look = () => {
    clearTimeout(timer);
    // While a phone sleeps, timers and one of the clocks may stand still.
    const passed = Math.max(performance.now() - ticks, Date.now() - clock);
    // A second more: the server must not be asked too early.
    const left = hour.dataset.left * 1000 + 1000 - passed;
    if (left <= 0) return again();
    const before = soon ? left - soon.dataset.before * 1000 : 0;
    if (soon) soon.hidden = before > 0;
    timer = setTimeout(look, before > 0 ? before : left);
  };
  look();
  document.addEventListener("visibilitychange", look);
  addEventListener("focus", look);
}

// What is open and in the language of the page is read, by a voice of the device: no word goes to a server.
const READ = "h1, h2, h3, p, legend, label, li, dt, dd";
const speak = (button, voice) => {
  const pressed = button.ariaPressed === "true";
  speech.cancel();
  for (const other of document.querySelectorAll(".read")) other.ariaPressed = false;
  if (pressed) return;
  button.ariaPressed = true;
  const parts = [...button.closest("[data-read]").querySelectorAll(READ)].filter(
    (e) =>
      e.getClientRects().length &&
      e.closest("[lang]") === page &&
      !e.closest("details:not([open])") &&
      !e.querySelector(READ),
  );
  for (const part of parts) {
    const said = new SpeechSynthesisUtterance(part.innerText);
    said.voice = voice;
    said.lang = voice.lang;
    if (part === parts.at(-1)) said.onend = () => (button.ariaPressed = false);
    speech.speak(said);
  }
};
const voices = () => {
  const voice = speech.getVoices().find((v) => v.localService && v.lang.split(/[-_]/)[0] === page.lang);
  for (const button of document.querySelectorAll(".read")) {
    button.hidden = !voice;
    button.onclick = () => speak(button, voice);
  }
};
if (speech) {
  voices();
  speech.addEventListener?.("voiceschanged", voices);
}
