"use strict";
// Every page of the office works without this file. It stores nothing.

// What a browser puts aside for Back is blank.
addEventListener("pagehide", () => {
  document.documentElement.hidden = true;
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.replace(location.pathname + location.search);
});
