// What is done with an exchange: its question is put into the box again or asked again, its answer given a thumb.
(() => {
  "use strict";
  const box = () => document.querySelector("#question textarea");
  const exchangeOf = (button) => kept.exchange(/of-([0-9a-f]+)/.exec(button.closest(".tools").className)?.[1]);

  function type(text) {
    box().value = text;
    box().dispatchEvent(new Event("input", { bubbles: true }));
    box().focus();
  }

  // What stood in the box can be had back.
  function edit(question) {
    const before = box().value;
    type(question);
    if (before.trim() && before !== question) kept.tell(kept.words().replaced, () => type(before));
  }

  // A thumb, with a line why; nothing is sent before that is.
  function ask(button, exchange) {
    const row = button.closest(".tools"), said = kept.words();
    row.querySelector(".why")?.remove();
    for (const one of row.querySelectorAll(".opinion")) one.setAttribute("aria-pressed", String(one === button));
    const form = document.createElement("form"), field = document.createElement("input");
    form.className = "why";
    form.lang = document.querySelector("#kept .kept").lang;
    Object.assign(field, { maxLength: 1000, placeholder: said.why });
    field.setAttribute("aria-label", said.why);
    const send = Object.assign(kept.element("button", "send", said.send), { type: "submit" });
    form.append(field, send, kept.element("small", "", said.where));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      give(form, { exchange, thumb: button.matches(".up") ? "up" : "down", why: field.value });
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      button.setAttribute("aria-pressed", "false");
      form.remove();
      button.focus();
    });
    row.append(form);
    field.focus();
  }

  async function give(form, opinion) {
    let line = kept.words().offline, done = false;
    try {
      const reply = await fetch(new URL(`opinion?language=${form.lang}`, document.baseURI),
        { method: "POST", body: JSON.stringify(opinion), headers: { "Content-Type": "application/json" } });
      if (reply.status !== 500) line = await reply.text();
      done = reply.ok;
    } catch { /* the server is away: what was written stays */ }
    kept.tell(line);
    if (!done) return;
    form.closest(".tools").querySelector(".opinion[aria-pressed=true]").focus();
    form.remove();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("#chat .tools > button:not(.copy)");
    const exchange = button && exchangeOf(button);
    if (!exchange) return;
    if (button.matches(".edit")) edit(exchange.asked);
    else if (button.matches(".again")) kept.repeat(exchange.asked);
    else ask(button, exchange);
  });
})();
