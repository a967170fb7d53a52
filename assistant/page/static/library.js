// The place where documents are added: it opens and closes, takes files that are dropped, and sends to Gradio's own
// controls what its buttons ask for.
(() => {
  "use strict";
  const $ = (selector, within = document) => within.querySelector(selector);
  const toggle = () => $("button[aria-controls=documents]");

  function show(open) {
    document.body.classList.toggle("adding", open);
    toggle()?.setAttribute("aria-expanded", String(open));
  }

  // Gradio's fields are told of a value as if it was typed.
  function type(field, value) {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // Which of `files` may be sent; of the others a line each says why not. The server looks at them once more.
  function fit(files) {
    const { formats, format, size, large, most, sent, many } = $("#drop .drop").dataset;
    const suffixes = formats.split(" "), refusals = [];
    const kept = files.filter((file) => {
      const suffix = file.name.toLowerCase().match(/\.[^.]*$/)?.[0] ?? "";
      const said = !suffixes.includes(suffix) ? format : file.size > Number(size) ? large : "";
      if (said) refusals.push(said.replace("{name}", file.name).replace("{size}", String(Math.ceil(file.size / 2 ** 20))));
      return !said;
    });
    const whole = kept.reduce((sum, file) => sum + file.size, 0);
    if (kept.length <= Number(most) && whole <= Number(sent)) return [kept, refusals];
    return [[], [...refusals, many]];
  }

  function tell(refusals) {
    const list = document.createElement("ul");
    list.append(...refusals.map((said) => Object.assign(document.createElement("li"), { textContent: said })));
    const head = Object.assign(document.createElement("p"), { className: "not-added", textContent: $("#drop .drop").dataset.refused });
    $("#drop .refusals").replaceChildren(...(refusals.length ? [head, list] : []));
  }

  const picker = () => $("#documents input[type=file]");

  // Before Gradio sees what was chosen: it would say of all of them, in its own words, what is wrong with one.
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input !== picker() || !input.files.length) return;
    const [kept, refusals] = fit([...input.files]);
    tell(refusals);
    if (!kept.length) {
      event.stopImmediatePropagation();
      input.value = "";
      return;
    }
    $("#drop .sending").textContent = $("#drop .drop").dataset.sending;
    if (refusals.length) {
      const transfer = new DataTransfer();
      for (const file of kept) transfer.items.add(file);
      input.files = transfer.files;
    }
  }, true);

  const dropping = (event) => event.target.closest?.("#documents") && $("#drop .drop") && event.dataTransfer?.types.includes("Files");

  for (const name of ["dragenter", "dragover"])
    document.addEventListener(name, (event) => {
      const over = dropping(event);
      $("#documents")?.classList.toggle("over", Boolean(over));
      if (over) event.preventDefault();
    });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget?.closest?.("#documents")) $("#documents")?.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!dropping(event)) return;
    event.preventDefault();
    $("#documents").classList.remove("over");
    const input = picker();
    if (!input || input.disabled || $("#files").disabled) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button");
    if (!button) return;
    if (button === toggle()) {
      show(button.getAttribute("aria-expanded") !== "true");
      if (document.body.classList.contains("adding")) $("#documents").scrollIntoView({ block: "nearest" });
    } else if (button.matches("#holdings [data-remove]")) {
      // One at a time: the list is made anew when it is done.
      for (const one of document.querySelectorAll("#holdings [data-remove]")) one.disabled = true;
      type($("#removed textarea, #removed input"), button.dataset.remove);
    } else if (button.matches("#chat .fetch")) {
      show(true);
      type($("#symbols textarea, #symbols input"), $(".symbol", button).textContent);
      $("#fetch").scrollIntoView({ block: "nearest" });
      setTimeout(() => $("#fetch").click()); // when the field has told Gradio
    } else if (button.matches("#chat .adds")) {
      show(true);
      $("#documents").scrollIntoView({ block: "nearest" });
      $("#files").focus();
    }
  });

  // Gradio makes and remakes what is on the page.
  new MutationObserver(() => {
    const report = $("#report");
    if (report && !report.hasAttribute("aria-live")) report.setAttribute("aria-live", "polite");
    // What was sent has come, or Gradio says in a corner why it has not.
    const sending = $("#drop .sending:not(:empty)");
    if (sending && ($("#files")?.disabled || $(".toast-body"))) sending.textContent = "";
    const open = String(document.body.classList.contains("adding"));
    if (toggle() && toggle().getAttribute("aria-expanded") !== open) toggle().setAttribute("aria-expanded", open);
  }).observe(document, { childList: true, subtree: true });
})();
