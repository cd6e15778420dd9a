"use strict";
// Every page of the office works without this file. It stores nothing.

// What a browser puts aside for Back is blank.
addEventListener("pagehide", () => {
  document.documentElement.hidden = true;
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.replace(location.pathname + location.search);
});

const isText = (element) => element.matches("textarea, select, input:not([type=radio], [type=checkbox])");
const isNoKey = (event) =>
  event.ctrlKey || event.altKey || event.metaKey || event.repeat || document.querySelector("dialog[open]");

// N begins a new caller, a number presses its button, and a key that is held down records nothing.
const beginning = document.querySelector("form[data-key-n]");
addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.repeat && key === "Enter" && target.closest("[data-once]")) event.preventDefault();
  if (!beginning || isNoKey(event) || event.shiftKey || isText(target)) return;
  const numbered = /^[0-9]$/.test(key) && document.querySelector(`[data-press="${key}"]`);
  if (key === "n" || numbered) event.preventDefault();
  if (key === "n") beginning.requestSubmit();
  else if (numbered) numbered.click();
});

// On the wrap-up: the jump field.
const jump = beginning && document.getElementById("j");
if (jump && !jump.getAttribute("form")) {
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || isNoKey(event) || isText(event.target)) return;
    event.preventDefault();
    jump.focus();
  });
}

// Call mode: keys for the answers, and answers kept without leaving the screen. Without this, buttons do it.
const asking = document.querySelector("form#f[data-kind]");
if (asking) {
  const saved = document.getElementById("saved");
  let keeping = null; // the request under way; one at a time, so that the newest is kept last
  let again = false;

  const send = async (button) => {
    const told = new FormData(asking, button);
    told.append("do", "keep");
    const answer = await fetch(asking.action, { method: "POST", body: told, redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    const { saved: at } = await answer.json();
    if (at) saved.textContent = `Saved ${at}`;
  };

  const press = (button) => {
    for (const one of asking.querySelectorAll("[aria-pressed]")) {
      one.setAttribute("aria-pressed", String(one === button));
    }
  };

  // What a script cannot keep, because the screen is locked or somebody else wrote, the form itself asks for.
  const keep = (button) => {
    if (keeping) {
      again = button ?? true;
      return;
    }
    keeping = send(button ?? null).then(
      () => {
        keeping = null;
        if (!again) return;
        const next = again;
        again = false;
        keep(next === true ? undefined : next);
      },
      () => {
        keeping = null;
        // What was pressed meanwhile is the newest.
        asking.requestSubmit(again && again !== true ? again : button);
      },
    );
  };

  const clearTyped = () => {
    for (const one of asking.querySelectorAll("fieldset .k input, .date input, .date select")) {
      if (one.type === "checkbox") one.checked = false;
      else one.value = "";
    }
  };

  asking.addEventListener("click", (event) => {
    const button = event.target.closest("button[aria-pressed]");
    if (!button) return;
    event.preventDefault();
    press(button);
    if (button.name === "u") clearTyped();
    keep(button);
  });

  asking.addEventListener("change", (event) => {
    const field = event.target;
    if (!field.name) return;
    const told = field.type === "radio" && asking.querySelector(`[data-told=${field.name}]`);
    if (told) told.textContent = field.labels[0].textContent.trim().toLowerCase();
    if (field.type === "checkbox") {
      for (const one of asking.querySelectorAll("fieldset .k input:checked")) {
        if (one !== field && ("alone" in field.dataset || "alone" in one.dataset)) one.checked = false;
      }
      press(null);
    }
    if (["checkbox", "radio"].includes(field.type) || field.id === "note") keep();
  });

  // A form that is sent waits for what is still under way.
  asking.addEventListener("submit", async (event) => {
    if (!keeping) return;
    event.preventDefault();
    const { submitter } = event;
    while (keeping) await keeping;
    asking.requestSubmit(submitter);
  });

  const goTo = {
    Enter: () => asking.querySelector(".acts [value=on]").click(),
    ArrowLeft: () => asking.querySelector(".acts [value=back]").click(),
    "/": () => document.getElementById("j").focus(),
  };
  const opens = {
    o: () => document.getElementById("aloud")?.click(),
    s: () => {
      asking.querySelector(".said").open = true;
      asking.querySelector(".said [name=source]:checked").focus();
    },
    w: () => document.querySelector("#why > summary").click(),
  };

  const answer = (key) => {
    const target = asking.querySelector(`[data-key="${CSS.escape(key.toUpperCase())}"]`);
    if (!target) return false;
    if (isText(target)) target.focus();
    else target.click();
    return true;
  };

  // A year that stands there from an earlier answer is replaced by what is typed.
  const first = asking.querySelector(".date .y[autofocus]");
  first?.focus();
  first?.select();

  // A digit begins the year: it lands in the field that takes the focus here.
  const beginsYear = (key) => {
    if (asking.dataset.kind !== "date" || !/^[0-9]$/.test(key)) return;
    const year = asking.querySelector(".date .y");
    year.focus();
    year.select();
  };

  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (!("keys" in asking.dataset) || isNoKey(event) || (event.shiftKey && key !== "/")) return;
    if (isText(target)) {
      if (key === "Escape") target.blur();
      // A field of digits holds no letter: D and R are keys there too.
      else if (/^[dr]$/.test(key) && target.matches(".date input")) {
        event.preventDefault();
        answer(key);
      }
      // Elsewhere than in a text field a browser may open the list instead.
      if (key === "Enter" && target.matches("form#f select")) {
        event.preventDefault();
        goTo.Enter();
      }
      return;
    }
    // Enter and arrows belong to what has the focus.
    if (key in goTo && (key === "/" || !target.closest("a, button, summary, input"))) {
      event.preventDefault();
      goTo[key]();
    } else if (key in opens) {
      event.preventDefault();
      opens[key]();
    } else if (key.length === 1 && answer(key)) {
      event.preventDefault();
    } else {
      beginsYear(key);
    }
  });
}

// After fifteen quiet minutes in every tab the page asks the server, which shows the lock. Where something
// is half typed it is covered instead, and the password uncovers it.
const QUIET = 15 * 60 * 1000 + 5000;
const away = document.getElementById("away");
if (away) {
  const tabs = new BroadcastChannel("office");
  let last = Date.now();
  let told = 0;
  let typed = false;
  let cover = null;

  const seen = () => {
    if (cover) return;
    last = Date.now();
    if (last - told < 5000) return;
    told = last;
    tabs.postMessage("");
  };
  const uncover = async (event) => {
    event.preventDefault();
    const form = event.target;
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => null);
    if (answer?.status === 204) {
      cover.remove();
      cover = null;
      seen();
    } else {
      form.querySelector(".err").hidden = false;
      form.elements.unlock.select();
    }
  };
  const putAway = () => {
    if (!typed) return location.replace(location.pathname + location.search);
    cover = away.content.firstElementChild.cloneNode(true);
    document.body.append(cover);
    // Escape closes a dialog; this one only the password.
    cover.addEventListener("close", () => cover.showModal());
    cover.addEventListener("submit", uncover);
    cover.showModal();
  };

  tabs.addEventListener("message", () => {
    last = Date.now();
  });
  for (const kind of ["keydown", "pointerdown", "pointermove", "scroll"]) {
    addEventListener(kind, seen, { capture: true, passive: true });
  }
  addEventListener("input", () => {
    typed = true;
  });
  seen();
  setInterval(() => {
    if (!cover && Date.now() - last > QUIET) putAway();
  }, 5000);
}
