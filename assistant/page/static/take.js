// What is taken along: an answer with its references through the clipboard, a conversation as a file or on paper.
(() => {
  "use strict";
  const $ = (selector, within = document) => within.querySelector(selector);
  const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

  // An answer as text and as rich text: its paragraphs, what it cites in full, and that nobody has approved it.
  function both(row) {
    const answer = $(".answer", row), listed = $(".references", row);
    const rich = document.createElement("div");
    rich.lang = answer.lang;
    const lines = answer.innerText.split("\n").filter((line) => line.trim());
    rich.append(...lines.map((line) => element("p", line)), ...listed.cloneNode(true).childNodes);
    const items = [...listed.querySelectorAll("li")].map((item) => item.textContent);
    const parts = [answer.innerText, items.join("\n"), $("p", listed).textContent];
    return { "text/plain": parts.filter((part) => part).join("\n\n"), "text/html": rich.outerHTML };
  }

  async function copy(button) {
    const written = both(button.closest(".message-row") ?? $("#chat"));
    try {
      const blobs = Object.entries(written).map(([type, said]) => [type, new Blob([said], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    } catch { // a page that is reached without https from another machine
      document.addEventListener("copy", (event) => {
        for (const [type, said] of Object.entries(written)) event.clipboardData.setData(type, said);
        event.preventDefault();
      }, { once: true });
      document.execCommand("copy");
    }
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 2000);
  }

  async function save(button) {
    const conversation = kept.shown();
    if (!conversation) return;
    const { format } = button.dataset, language = button.closest("[lang]").lang;
    let reply = null;
    try {
      reply = await fetch(new URL(`export?format=${format}&language=${language}`, document.baseURI),
        { method: "POST", body: JSON.stringify(conversation), headers: { "Content-Type": "application/json" } });
    } catch { /* the server is away */ }
    if (!reply?.ok) return kept.tell(reply && reply.status !== 500 ? await reply.text() : button.closest(".take").dataset.offline);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await reply.blob());
    link.download = `${conversation.name.replace(/[^\p{L}\p{N} _-]+/gu, " ").trim().slice(0, 60) || "conversation"}.${format}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("#chat .copy, #kept .take button");
    if (button?.matches(".copy")) copy(button);
    else if (button?.dataset.format) save(button);
    else if (button) { document.body.dataset.print = "conversation"; print(); }
  });
  // From the browser's menu: the text where its reader is in it, else the conversation.
  addEventListener("beforeprint", () => {
    document.body.dataset.print ??= document.activeElement?.closest("#reader") ? "text" : "conversation";
  });
  addEventListener("afterprint", () => { delete document.body.dataset.print; });
})();
