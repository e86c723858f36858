// Keys, focus and the menu. Every act is a form or a link that also works without this file.
"use strict";
(() => {
  const steps = () => [...document.querySelectorAll("[data-step]")];
  let at = null;

  const choose = (element) => {
    steps().forEach((one) => one.classList.toggle("chosen", one === element));
    at = element ? element.id || null : null;
    if (!element) return;
    const target = element.matches("article") ? element : element.querySelector("a");
    target.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  };
  const chosen = () => document.querySelector("[data-step].chosen");
  const move = (by) => {
    const all = steps();
    const now = all.indexOf(chosen());
    const next = all[now < 0 ? 0 : Math.min(all.length - 1, Math.max(0, now + by))];
    if (next) choose(next);
  };
  const press = (selector) => {
    const one = chosen() || steps()[0];
    const button = one && one.querySelector(selector);
    if (button) { choose(one); button.click(); }
  };
  const note = () => {
    const one = chosen() || steps()[0];
    const box = one && one.querySelector("[data-note]");
    if (box) { box.open = true; box.querySelector("textarea").focus(); }
  };
  const help = () => { const box = document.getElementById("help"); if (box) box.showModal(); };

  const keys = {
    j: () => move(1), k: () => move(-1), n: note, "?": help,
    r: () => press('[data-key="r"]'), f: () => press('[data-key="f"]'), c: () => press('[data-key="c"]'),
    u: () => { if (document.querySelector("[data-turns]")) location.href = "/"; },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && event.target.matches("input, textarea, select")) { event.target.blur(); return; }
    if (event.target.closest("input, textarea, select, dialog")) return;
    if (/^[1-6]$/.test(event.key)) { press(`[data-verdict="${event.key}"]`); event.preventDefault(); return; }
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-help]")) help();
    const step = event.target.closest("article[data-step]");
    if (step) steps().forEach((one) => one.classList.toggle("chosen", one === step));
  });
  // Not afterSwap: while it settles, htmx still sets the classes anew.
  document.addEventListener("htmx:afterSettle", (event) => {
    const card = event.target.matches("article[data-step]") ? event.target : null;
    if (card) choose(card);
  });
  document.addEventListener("htmx:responseError", () => {
    let told = document.querySelector("[data-lost]");
    if (!told) {
      told = document.createElement("p");
      told.className = "told error";
      told.dataset.lost = "";
      told.setAttribute("role", "alert");
      document.getElementById("main").prepend(told);
    }
    told.textContent = "That did not work. Load the page again, and do it once more.";
  });

  const nav = document.querySelector("[data-nav]");
  const wide = matchMedia("(min-width: 62rem)");
  const fit = () => { if (nav) nav.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
  const turns = document.querySelector("[data-turns]");
  if (turns) choose(document.getElementById(turns.dataset.wanted) || steps()[0]);
})();
