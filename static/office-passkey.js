"use strict";
// Around allauth's script for passkeys: its form is shown where the browser can do it, and what went
// wrong is said in words.

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".passkey");
  if (form) form.hidden = false;
});
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.getElementById("passkey-problem").hidden = false;
});
